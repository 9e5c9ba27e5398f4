"""What meetings decide, ask for and declare: clauses and formulas with slots."""

from __future__ import annotations

# ruff: noqa: E501
# fmt: off
THAT = (
    "the report be noted",
    "the {paper} be approved",
    "the contents of the report be received",
    "the next stage of {topic} be funded from reserves",
    "{money} be set aside for {topic}",
    "the tender of {firm} be accepted in the sum of {money}",
    "the speed limit on {street} be lowered to 20 mph",
    "the thanks of the {short} be recorded to {other}",
    "the {paper} be adopted with the changes set out in paragraph {n}",
    "the lease of {estate} be renewed for {n} years",
    "the grant to {other} be continued at {money}",
    "no objection be raised to application {ref}",
    "the recommendations in the {report} be endorsed",
    "the fee be held at {money} for {yearspan}",
    "a working group be set up to look at {topic}",
    "officers be thanked for their work on {topic}",
    "the consultation on {topic} go ahead",
    "the quotation from {firm} be accepted",
    "authority be delegated to {W} to conclude the lease of {estate}",
    "the targets for {topic} be confirmed",
    "the changes to {topic} be supported",
    "the layout of {estate} be confirmed",
    "the budget for {topic} be increased by {money}",
    "{street} be closed to through traffic for a trial of {n} months",
    "the position on {topic} be noted with concern",
    "the {surname} Charity be offered the use of the hall without charge",
    "permission be granted for application {ref}, subject to the conditions in the report",
    "the policy on {topic} be reaffirmed",
    "the concerns of {other} about {topic} be shared",
    "{W} be asked to report on {topic} in {month}",
    "{W} be instructed to write to {other} about {topic}",
    "{W} obtain {n} quotations for the repair of {estate}",
    "{mm} be appointed to the working group on {topic}",
    "{m} be appointed to represent the Council on {other}",
    "the Council's reserves be kept at {pct} of net spending",
)
TO = (
    "note the report",
    "approve the {paper}",
    "accept the quotation from {firm}",
    "back the campaign for {topic}",
    "support the bid for {topic}",
    "set aside {money} for {topic}",
    "endorse the {paper}",
    "grant {money} to {other}",
    "renew the contract with {firm} for {n} years",
    "adopt the {paper}",
    "object to application {ref} on grounds of access",
    "close the footpath beside {school}",
    "keep {estate} as it was",
    "join the scheme run by {other}",
    "waive the fee for {other}",
    "leave the charge for {topic} as it was",
    "raise the hire charge to {money}",
    "appoint {firm} as internal auditor",
    "receive the {paper}",
    "endorse the approach to {topic}",
)
PASSIVE = (
    ("The report was noted", "noted"),
    ("The {paper} was approved", "approved"),
    ("The application for a grant from {other} was refused", "refused"),
    ("The matter was deferred to the next meeting", "deferred"),
    ("It was noted that {topic} would be reviewed in {season}", "noted"),
    ("The list of payments totalling {money} was approved", "approved"),
    ("Members noted the position on {topic}", "noted"),
    ("The {paper} was agreed", "agreed"),
    ("Consideration of {topic} was deferred", "deferred"),
    ("The quotation of {money} from {firm} was accepted", "approved"),
)
MINUTES = (
    "The minutes of the meeting held on {prev} were approved as a correct record and signed by the {ch}",
    "The minutes of the meeting of {prev} were agreed as a true record",
    "The Minutes of the meeting held on {prev}, having been circulated, were taken as read, confirmed and signed",
    "The minutes of the previous meeting, held on {prev}, were accepted as an accurate record",
    "Minutes of the meeting held on {prev} were confirmed as a correct record",
    "The minutes of the last meeting on {prev} were approved",
    "The minutes of {prev} were signed by the {ch} as a correct record",
    "The minutes of the meeting held on {prev} were taken as read and approved",
    "The draft minutes of the meeting on {prev} were agreed without amendment",
    "The minutes of the meeting dated {prev} were confirmed",
    "The minutes of the meeting of the {Body} held on {prev} were approved as a correct record",
    "The minutes of the {Body} meeting of {prev} were agreed as accurate",
    "The minutes of the meeting of the {Body} on {prev} were confirmed and signed by the {ch}",
    "The minutes of the meeting of the {Body} held on {prev} were taken as read and signed",
    "Minutes of the {Body} dated {prev} were approved as a true record",
)
MINUTES_THAT = (
    "the minutes of the meeting held on {prev} be approved as a correct record",
    "the minutes of the meeting of {prev} be confirmed and signed by the {ch}",
    "the minutes of the meeting held on {prev} be accepted as a true record",
    "the Minutes of {prev} be adopted",
    "the minutes of the last meeting, held on {prev}, be signed as a correct record",
    "the minutes of the meeting of the {Body} held on {prev} be approved as a correct record",
    "the minutes of the {Body} held on {prev} be confirmed",
    "the minutes of the meeting of the {Body} of {prev} be agreed",
    "the minutes of the {Body} of {prev} be approved and signed",
    "the minutes of the meeting of the {Body} dated {prev} be adopted",
)
TASKS = (
    "write to {other} about {topic}",
    "circulate the {paper} to members",
    "obtain quotations for the work at {estate}",
    "report back on {topic}",
    "arrange a site visit to {street}",
    "send members a note on {topic}",
    "chase {firm} for a reply",
    "contact {other} and ask for a meeting",
    "update the {paper}",
    "check the wording with the insurers",
    "invite {other} to a future meeting",
    "order a new sign for {street}",
    "draft a response on {topic}",
    "provide the figures for {topic}",
    "put a notice on the website",
    "speak to the landlord of {estate}",
    "look into the cost of {topic}",
    "find out whether {school} would take part",
    "amend the register",
    "prepare a timetable",
)
ASKED = (
    "{w} agreed to {t}",
    "{w} undertook to {t}",
    "{w} was asked to {t}",
    "{w} to {t}",
    "{w} will {t}",
    "{w} would {t}",
    "{w} was instructed to {t}",
    "{w} offered to {t}",
    "{w} was requested to {t}",
    "{w} is to {t}",
)
ACTION_LABELS = ("ACTION: ", "Action: ", "Action - ", "ACTION – ", "Action point: ", "ACTION ", "Actions: ", "Action required: ", "ACTION POINT: ", "To do: ")
DUE = ("by {d}", "by {d}", "before the next meeting", "by the end of {month}", "at the next meeting", "by the next meeting", "in due course", "as soon as possible", "before {d}", "within two weeks")
DECLARED = (
    ("{m} declared a personal interest in item {i} as {r}.", "personal"),
    ("{m} declared a disclosable pecuniary interest in item {i}, {r}.", "pecuniary"),
    ("{m} declared a prejudicial interest in agenda item {i} because {r} and left the meeting.", "prejudicial"),
    ("{m} declared a non-pecuniary interest in Item {i} by virtue of {v}.", "other"),
    ("{m} declared an interest in item {i} as {v2}.", None),
    ("{m} disclosed a pecuniary interest in minute {i} since {r}, and took no part in the debate.", "pecuniary"),
    ("{m} declared a personal interest in Item {i}, being {v2}.", "personal"),
    ("Item {i}: {m} declared a personal and non-prejudicial interest as {v2}.", "personal"),
    ("{m} stated that {r} and declared a prejudicial interest in item {i}.", "prejudicial"),
    ("{m} registered an interest in agenda item {i} by reason of {v}.", None),
    ("{m} declared a financial interest in item {i} because {r}.", "pecuniary"),
    ("{m} declared a non-registrable interest in item {i}, as {r}.", "other"),
    ("A personal interest was declared by {m} in item {i}, as {r}.", "personal"),
    ("{m} advised of an interest in item {i}: {r}.", None),
    ("{m} declared a non-financial interest in item {i} in that {r}.", "other"),
)
REASONS = ("{pro} brother works for {firm}", "{pro} sister is a teacher at {school}", "{pro} daughter attends {school}", "{pro} land adjoins the site", "{pro} mother lives in {street}", "{pro} firm had tendered for the work", "{pro} son plays for the club")
POSTS = ("a member of {other}", "a trustee of {other}", "a governor of {school}", "an employee of {firm}", "a friend of the applicant", "the owner of a house in {street}", "a director of {firm}", "a season ticket holder", "a patient of the surgery")
VIRTUES = ("{pro} membership of {other}", "{pro} employment with {firm}", "{pro} being a governor of {school}", "a family link with {firm}", "{pro} position as a trustee of {other}")
NO_INTERESTS = ("There were no declarations of interest.", "None.", "No interests were declared.", "There were none.", "No declarations were made.", "None declared.", "Nil.", "There were no declarations made at this stage of the meeting.", "None received.", "Members declared no interests.")
NO_APOLOGIES = ("There were none.", "None.", "No apologies had been received.", "There were no apologies.", "Nil.")
APOLOGISED = ("Apologies for absence were received from {who}.", "Apologies were received from {who}.", "An apology was submitted on behalf of {who}.", "{who} had sent apologies.", "Apologies were intimated on behalf of {who}.", "Apologies for absence were submitted by {who}.", "{who} sent their apologies.", "Apologies: {who}.", "It was noted that {who} had given apologies.", "Apologies had been received from {who}.")
DATED = (
    "The matter had last been before the {short} on {date}.",
    "A public meeting was held on {date} in {town}.",
    "{m} reminded members of the meeting with {other} on {date}.",
    "The consultation closes on {date}.",
    "The letter from {other} was dated {date}.",
    "Work began on {date} and is {pct} done.",
    "The closing date for comments is {date}.",
    "{or} said that the new rules came into force on {date}.",
    "An open day will be held on {date}.",
    "The accident in {street} on {date} was under investigation.",
)
NO_URGENT = ("There was no urgent business.", "There were no urgent items.", "None.", "There was no other business.", "No urgent business had been notified.")
NEXT = ("The next meeting will be held on {next} at {time}.", "{next}.", "The date of the next meeting was noted as {next}.", "The next meeting would be held on {next} in the {room}.", "It was noted that the next meeting will take place on {next} at {time}.", "Next meeting: {next}, {time}.", "The next meeting is scheduled for {next}.", "{next} at {time}.", "To be held on {next} at {time}.", "Members were reminded that the next meeting would be on {next}.")
CLOSINGS = ("The meeting closed at {end}.", "The meeting ended at {end}.", "There being no further business, the {ch} closed the meeting at {end}.", "The meeting concluded at {end}.", "Meeting closed at {end}", "The {ch} declared the meeting closed at {end}.", "The meeting finished at {end}.", "The proceedings terminated at {end}.", "There being no other business the meeting was closed at {end}.", "Meeting ended {end}")
SIGNATURES = ("CHAIR", "Signed ............................. Date ..............", "Chairman", "", "", "Signed: ____________________ (Chair)", "CHAIRMAN", "", "Chair ...................  Dated ...............", "")
EXCLUDE = ("under Section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item", "the public be excluded from the meeting as publicity would be prejudicial to the public interest by reason of the confidential nature of the business", "the press and public leave the meeting on the grounds that exempt information as defined in paragraph 3 of Schedule 12A is likely to be disclosed", "members of the public be asked to leave under the Public Bodies (Admission to Meetings) Act 1960", "the meeting go into private session for the next item")

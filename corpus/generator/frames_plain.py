"""Sentences without people: traps for names (streets, schools, reports, companies, months, places named after people) and plain talk."""

from __future__ import annotations

# ruff: noqa: E501
# fmt: off
PLAIN = (
    "The {report} had been published in {month} and was available on the website.",
    "Works on {street} and {street2} would start in {month}.",
    "{school} and {school2} were both oversubscribed.",
    "The {surname} Report recommended a review of {topic}.",
    "It was said that {firm} held the contract until {year}.",
    "The consultation on the {plan} ran for {n} weeks.",
    "The scheme at {estate} was expected to cost {money}.",
    "Performance was {pct} against a target of {pct2}.",
    "A copy of the {act} was tabled.",
    "Members discussed the condition of {estate} and the hedge along {street}.",
    "There were {big} responses, of which {pct} were in favour.",
    "Funding had been secured from {other} and from {other2}.",
    "It was important to keep {topic} under review.",
    "The {surname} Bequest had an income of {money} a year.",
    "The bus from {town} to {town2} no longer calls at {street}.",
    "Application {ref}: {street}, {town}: two storey extension and new access.",
    "The {short} considered the report, which set out the position on {topic}.",
    "The lights at the junction of {street} with {street2} had failed again.",
    "No comments had been received from {other}.",
    "Discussion followed on how best to support {topic} in the winter months.",
    "The {plan} would be brought back in the {season}.",
    "The balance stood at {money}, compared with {money2} a year ago.",
    "{firm} had quoted {money} and {firm2} {money2}.",
    "The {surname} Inquiry had been critical of the lack of oversight.",
    "A sign in {street} had been damaged by a lorry belonging to {firm}.",
    "It was suggested that {topic} be looked at by officers.",
    "Grants were listed for {school}, {other} and the {surname} Memorial Garden.",
    "The {act} required a plan to be in place by {year}.",
    "In {month} there had been {n} incidents, most of them in {street}.",
    "The report covered {topic}, staffing and the budget.",
    "Members asked about the timetable, the cost and the effect on {topic}.",
    "The {surname} Building would be sold and the proceeds put towards {topic}.",
    "Week {n} of the programme deals with {topic}.",
    "The Bright Futures programme had reached {big} young people.",
    "The Joy of Reading festival takes place in {town} in May.",
    "Ward boundaries were unlikely to change before {year}.",
    "The Rose and Crown in {street} had applied to stay open until midnight.",
    "Hope House and Grace Court were both being refurbished.",
    "The March figures were better than those for May and June.",
    "Kent and Essex had adopted a similar scheme.",
    "The Green Paper was expected in {season}.",
    "The case of R v {surname} was referred to.",
    "The {surname} Street junction scheme was on hold.",
    "It was said that the cost of {topic} had risen by {pct} since {yearspan}.",
    "The Rights of Way team had inspected Footpath {n} at {town}.",
    "The Saturday market would move to {street} while the works lasted.",
    "Section {n} of the {act} did not apply.",
    "Particular attention was drawn to table {n} and to the risks set out on page {n2}.",
    "The {plan} and the {report} should be read together.",
    "The Mayor's Charity Ball raised {money} for {other}.",
    "Staff at {school} had been told.",
    "Three trees on {estate} had been felled after a survey.",
    "Some members were of the view that {topic} should come first.",
    "The Victoria Hall, the Albert Rooms and the Nelson Monument were all listed.",
    "The new cycle route joins {street} and {street2} by way of {estate}.",
    "Sheltered accommodation at {estate} was full.",
    "The {surname} Way development of {n} dwellings had reserved matters approval.",
    "In the discussion that followed it was said that {topic} needed more resources.",
    "The Department had announced a Fair Funding Review.",
    "The Christmas lights would be switched on in {month}.",
    "A vote of thanks was recorded.",
    "It was explained that the {plan} did not cover {topic}.",
    "The contract with {firm} had been extended to {year}.",
    "The Prince of Wales Theatre had reported a loss of {money}.",
    "Flooding at {town} Bridge was the responsibility of {other}.",
    "{big} visits were made in the quarter, {pct} more than a year before.",
    "The {surname} Lane allotments had a waiting list of {n}.",
    "Copies of the {report} would be placed in the libraries at {town} and {town2}.",
    "The Lord Lieutenant's office and {other} had been informed.",
    "The St George's Day parade passed off well.",
    "An overspend of {money} was forecast for {topic}.",
    "The report was taken as read.",
    "The Youth Parliament had chosen {topic} as its theme.",
    "The area of concern was {topic}, where demand was up by {pct}.",
    "The Dean Close footbridge remained shut.",
    "Insurance was provided by {firm}.",
    "There was some debate about the wording of paragraph {n}.",
    "The {surname} Centre was let to {other} at a peppercorn rent.",
    "The gritting route takes in {street}, {street2} and Cemetery Hill.",
    "The Carers Strategy and the {plan} were linked.",
    "A defibrillator has been fitted outside {school}.",
    "The {registry} had lost the deeds of {estate}.",
    "The audit by {firm} gave reasonable assurance.",
    "The Freedom of Information request had taken {n} hours to answer.",
    "The {short} was reminded that matters of employment are confidential.",
    "The April newsletter had been delivered in {town} but not in {town2}.",
    "The matter had been referred by the {committee}.",
    "The {committee} would take up the question of {topic}.",
    "The {Body} had last considered {topic} in {year}.",
    "{other} and the {committee} had met in {month}.",
    "A member of the {committee} had raised {topic}.",
    "The terms of reference of the {committee} were set out in {report}.",
    "The {other} scheme was run jointly with {council}.",
    "Both {council} and {other} had signed the agreement.",
    "The {committee} and the {Body} had different views on {topic}.",
    "{council} had set aside {money} for {topic}.",
)
TOPICS = (
    "road safety|school transport|homelessness|fly-tipping|library opening hours|dog fouling|grass cutting|the budget|staff sickness|recruitment|school places|youth provision|anti-social behaviour|speeding traffic|street lighting|parking charges|"
    "domestic abuse|early help|looked after children|play areas|flood defences|bus services|the capital programme|council tax collection|recycling rates|delayed discharges|mental health support|empty homes|food hygiene|taxi licensing|air quality|"
    "the leisure contract|broadband|apprenticeships|bin collections|footpath repairs|the cemetery extension|winter maintenance|waiting times|care home fees|hate crime|coastal erosion|the allotment fence|hall bookings|the sewage works|rough sleeping|"
    "pension fund returns|cyber security|the outdoor gym|temporary accommodation|pothole repairs|safeguarding training|unpaid carers|the war memorial|the ferry timetable|peat restoration|the membership fee|burial charges|tree planting|kerbside glass collection"
).split("|")
ACTS = (
    "Local Government Act {y}|Care Act {y}|Highways Act {y}|Licensing Act {y}|Housing Act {y}|Equality Act {y}|Localism Act {y}|Children Act {y}|Planning Act {y}|Environment Act {y}|Local Government (Scotland) Act {y}|Education Act {y}|"
    "Health and Social Care Act {y}|Gambling Act {y}|Commons Act {y}|Data Protection Act {y}|Open Spaces Act {y}|Public Health Act {y}"
).split("|")
PAPERS = (
    "Annual Governance Statement|Medium Term Financial Strategy|Housing Strategy|Corporate Plan|Risk Register|Performance Scorecard|Treasury Management Report|Statement of Accounts|Local Plan|Neighbourhood Plan|Annual Report|Transport Strategy|"
    "Equality Impact Assessment|Internal Audit Plan|Workforce Strategy|Community Safety Strategy|Joint Strategic Needs Assessment|Improvement Plan|Asset Management Plan|Emergency Plan|Waste Strategy|Carbon Reduction Plan|Business Case|Quality Account|"
    "Standing Orders|Financial Regulations|Tree Policy|Grants Policy|Code of Conduct|Investment Strategy|Parking Review|Play Strategy|Complaints Report|Biodiversity Action Plan"
).split("|")
TITLES = (
    "{topic}|{paper}|Review of {topic}|{paper} - Annual Review|{street} Improvements|Progress of {topic}|{estate}|Budget Monitoring|Grant Applications|Planning Applications|Fees and Charges {yearspan}|Request from {other}|{paper} {yearspan}|"
    "Proposal to Close {street}|{topic} and {topic2}|Appointment of Representatives|Lease of {estate}|Traffic Regulation Order - {street}|Accounts for Payment|Inspection of {school}|Scrutiny Review: {topic}|Consultation on {topic}|Petition: {street}|"
    "Quarter {q} Performance|Future of {estate}|Application {ref} - {street}|Tender for {topic}|Strategy for {topic}|Partnership with {other}|Consultation by {other}|Annual Inspection of {estate}|Policy on {topic}"
).split("|")

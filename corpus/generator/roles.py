"""What people are called for what they do: offices, job titles, ranks, portfolios."""

from __future__ import annotations

from random import Random

# ruff: noqa: E501
# fmt: off
SUBJECTS = (
    "Children's Services|Adult Social Care|Finance|Housing|Planning|Public Health|Education|Highways|Transport|Environment|Regeneration|Leisure and Culture|Democratic Services|Legal Services|Human Resources|Customer Services|"
    "Community Safety|Street Scene|Waste and Recycling|Economic Development|Early Years|Inclusion|Quality Assurance|Safeguarding|Commissioning|Corporate Services|Property|Revenues and Benefits|Digital|Libraries|Parks and Open Spaces|"
    "Neighbourhoods|Licensing|Trading Standards|Audit|Procurement|Communications|Strategy and Performance|Place|People|Operations|Nursing|Estates|Governance|Climate Change|Policy|Infrastructure|Building Control|Youth Services|"
    "Property and Facilities|Growth, Enterprise and Skills|Care, Health and Wellbeing|Families and Communities|Registrars and Bereavement|Fire Prevention|Workforce and Development|Marine Services|Roads and Lighting"
).split("|")
HEADS = (
    "Director of {}", "Head of {}", "Assistant Director of {}", "Assistant Director ({})", "{} Manager", "Executive Director of {}", "Interim Head of {}", "Service Manager - {}", "Corporate Director, {}",
    "Principal Officer, {}", "{} Officer", "Senior {} Officer", "Strategic Lead for {}", "Service Director: {}", "Deputy Director of {}", "Group Manager ({})", "{} Lead", "Acting Director of {}", "Head of Service - {}",
    "Programme Manager ({})", "Executive Head of {}", "Interim Assistant Director, {}", "{} Team Leader", "Divisional Director - {}",
)
OFFICES = (
    "Chief Executive|Monitoring Officer|Democratic Services Officer|Committee Clerk|Governance Officer|Treasurer|Town Clerk|Borough Solicitor|Solicitor|County Secretary|Section 151 Officer|Head of Paid Service|Scrutiny Officer|Committee Services Manager|"
    "Principal Planner|Planning Officer|Tree Officer|Conservation Officer|Environmental Health Officer|Area Operations Manager|Highways Engineer|Chief Internal Auditor|External Auditor|Legal Adviser|Principal Solicitor|Policy Adviser|Deputy Chief Executive|"
    "Chief Finance Officer|Chief Operating Officer|City Manager|City Attorney|County Engineer|Director of Public Health|Chief Fire Officer|Business Manager|Project Manager|Data Analyst|Communications Manager|Senior Auditor|Executive Assistant"
).split("|")
PARISH_OFFICES = "Clerk|Parish Clerk|Town Clerk|Clerk to the Council|Responsible Financial Officer|Assistant Clerk|Locum Clerk|Deputy Clerk|Proper Officer|Clerk/RFO|Handyman|Footpaths Officer|Caretaker|Tree Warden|Allotments Officer".split("|")
PORTFOLIOS = (
    "Cabinet Member for {}", "Portfolio Holder for {}", "Executive Member for {}", "Lead Member for {}", "Deputy Leader and Cabinet Member for {}", "Cabinet Member, {}", "Cabinet Member ({})", "Executive Member - {}", "Leader of the Council",
    "Deputy Leader", "Leader of the Opposition", "Deputy Executive Leader ({})", "Portfolio Holder, {}", "Shadow Portfolio Holder for {}",
)
OUTSIDE = (
    "Chief Executive|Area Manager|Community Liaison Officer|Managing Director|Regional Manager|Head Teacher|Development Manager|Chair|Secretary|Project Director|Consultant in Public Health|Area Operations Manager|Chief Superintendent|Partnership Manager|"
    "Trustee|Principal Engineer|Route Manager|Company Secretary|Lead Nurse|Medical Director|Vice-Chancellor|Planning Consultant|Station Manager|Volunteer Co-ordinator|Practice Manager|Land Agent|Engagement Manager|Estates Surveyor|Campaign Manager|Patient Representative"
).split("|")
CHAIRS = ("Chair", "Chairman", "Chairperson", "in the Chair", "Convener", "Mayor", "President")
VICES = {
    "Chair": "Vice-Chair", "Chairman": "Vice-Chairman", "Chairperson": "Vice-Chairperson", "Convener": "Vice-Convener", "Mayor": "Deputy Mayor", "President": "Vice-President", "in the Chair": "Vice-Chair",
}
RANKS = ("PC", "Sergeant", "Inspector", "PCSO", "Superintendent", "Chief Inspector", "Sgt", "Insp")


def officer_role(rng: Random, parish: bool = False) -> str:
    """The job of somebody whom the body employs."""
    if parish:
        return rng.choice(PARISH_OFFICES)
    if rng.random() < 0.3:
        return rng.choice(OFFICES)
    return rng.choice(HEADS).format(rng.choice(SUBJECTS))


def outside_role(rng: Random) -> str:
    """The job of a guest."""
    if rng.random() < 0.35:
        return rng.choice(HEADS).format(rng.choice(SUBJECTS))
    return rng.choice(OUTSIDE)


def portfolio(rng: Random) -> str:
    """The office of a member who holds one outside this body."""
    return rng.choice(PORTFOLIOS).format(rng.choice(SUBJECTS))

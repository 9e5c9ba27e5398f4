"""The bodies that meet, and those that are spoken of: councils, committees, trusts, companies, charities."""

from __future__ import annotations

from random import Random

from corpus.generator.places import town
from corpus.generator.roles import SUBJECTS

# ruff: noqa: E501
# fmt: off
COUNCILS = {
    "district": ("{} District Council", "{} Borough Council", "{} City Council", "Borough of {}", "{} Metropolitan Borough Council", "London Borough of {}", "{} Council", "City of {} Council", "Royal Borough of {}"),
    "county": ("{}shire County Council", "{} County Council", "{}shire Council", "Isle of {} Council"),
    "parish": ("{} Parish Council", "{} Town Council", "{} Community Council", "{} Parish Council", "{} with {} Parish Council"),
    "scottish": ("{} Community Council", "{} Council", "{} and District Community Council"),
    "welsh": ("{} Town Council", "{} Community Council", "{} County Borough Council", "{} County Council"),
    "irish": ("{} County Council", "{} Town Council", "{} Borough Council", "{} City and County Council", "{} Borough District Council"),
    "joint": ("{} Combined Authority", "{} Fire and Rescue Authority", "{} Police Authority", "{} National Park Authority", "{} Internal Drainage Board", "{} Waste Disposal Authority"),
    "health": ("{} NHS Foundation Trust", "{} Clinical Commissioning Group", "{} University Hospitals NHS Trust", "{} Integrated Care Board", "{} Ambulance Service NHS Trust"),
    "school": ("{} Academy Trust", "{} High School", "{} Primary School Governing Body", "{} School Parent Council", "{} College"),
    "society": ("{} Civic Society", "{} Allotment Association", "{} Astronomical Society", "{} Choral Society", "{} Students' Union", "{} Village Hall Trust", "{} Residents' Association"),
    "american": ("City of {}", "Town of {}", "Village of {}", "{} Township", "{} School District"),
    "overseas": ("Shire of {}", "City of {}", "Town of {}", "{} Shire Council", "Municipality of {}", "{} District Council"),
}
COMMITTEES = (
    "Planning Committee|Audit Committee|Licensing Committee|Cabinet|Executive|Overview and Scrutiny Committee|Standards Committee|Finance Committee|{} Scrutiny Panel|{} Overview Committee|Policy and Resources Committee|{} Committee|{} Sub-Committee|Audit and Governance Committee|"
    "{} Select Committee|Pensions Committee|Health and Wellbeing Board|Area Forum|{} Working Group|Corporate Parenting Board|{} Task and Finish Group|Schools Forum|Development Control Committee|Employment Committee|{} Policy Board|Local Plan Advisory Group|{} Scrutiny Commission"
).split("|")
PARISH_COMMITTEES = "Planning Committee|Finance and General Purposes Committee|Amenities Committee|Allotments Committee|Personnel Committee|Burial Board|Environment Committee|Highways Working Party|Staffing Committee|Events Committee".split("|")
BOARDS = "Board of Directors|Trust Board|Council of Governors|Board|Finance and Performance Committee|Quality Committee|Board of Trustees|Governing Body|Audit Committee|Executive Committee|Committee|Local Governing Board".split("|")
OUTSIDE = (
    "{} Ambulance Trust|{} Civic Society|{} Chamber of Commerce|{} Housing Association|{} Wildlife Trust|{} Football Club|{} Bowls Club|{} Women's Institute|{} Constabulary|{} Police|{} Primary Care Trust|{} Citizens Advice|{} Food Bank|{} History Society|"
    "{} Cricket Club|{} Youth Club|{} Patients' Group|{} Residents' Association|{} Allotment Society|{} Rugby Club|Friends of {} Park|{} Homes|{} Bus Company|{} Water|{} Energy|{} University|{} Hospital|{} Fire and Rescue Service|{} County Council|{} District Council|{} Drainage Board|{} Cycle Forum"
).split("|")
NATIONAL = (
    "Environment Agency|Highways England|Natural England|Network Rail|Ofsted|Local Government Association|Care Quality Commission|Planning Inspectorate|Ministry of Justice|Home Office|Boundary Commission|Audit Commission|Forestry Commission|Scottish Water|Irish Water|Natural Resources Wales|"
    "National Grid|British Telecom|Royal Mail|Age UK|Mencap|Red Cross|Salvation Army|Sport England|Arts Council|Homes England|Historic England|NHS England|Health and Safety Executive|Crown Estate|Post Office|One Voice Wales|Transport Scotland|Housing Executive|Canal and River Trust|Groundwork"
).split("|")
FIRMS = ("{} & Sons", "{} Ltd", "{} Construction", "{} Brothers Ltd", "{} and {} LLP", "{} Associates", "{} Garages", "{} Holdings plc", "{} & {} Solicitors", "{} Coaches", "{} Tree Care", "{} Electrical Services", "Messrs {} & Co")


def council(rng: Random, part: str, kind: str) -> str:
    """The name of the authority."""
    place = "away" if kind in ("american", "overseas") else "celtic" if kind in ("scottish", "welsh", "irish") and rng.random() < 0.7 else "uk"
    shape = rng.choice(COUNCILS[kind])
    return shape.format(*(town(rng, part, place) for _ in range(shape.count("{}"))))


def committee(rng: Random, kind: str) -> str:
    """The name of one of its committees."""
    if kind in ("parish", "scottish", "welsh"):
        return rng.choice(PARISH_COMMITTEES)
    if kind in ("health", "school", "society"):
        return rng.choice(BOARDS)
    return rng.choice(COMMITTEES).format(rng.choice(SUBJECTS))


def outside(rng: Random, part: str) -> str:
    """A body that has dealings with this one."""
    if rng.random() < 0.3:
        return rng.choice(NATIONAL)
    return rng.choice(OUTSIDE).format(town(rng, part))


def firm(rng: Random, surnames: tuple[str, ...]) -> str:
    """A company, named after its founders."""
    shape = rng.choice(FIRMS)
    return shape.format(*(rng.choice(surnames).replace("_", " ") for _ in range(shape.count("{}"))))

"""Headers of bodies of many kinds and countries: districts, townships, societies, schools, trusts, boards."""

from __future__ import annotations

import pytest

from minuteparse.evidence import gather
from minuteparse.fields.header import find_header
from minuteparse.text import from_text

_FIELDS = ("organisation", "body", "date", "start", "end", "venue")
_REST = """

Present: Cllr A Oak, Cllr B Elm

1. Apologies
None.

2. Roads
The report was noted.
"""
HEADERS = [
    (
        "The Board of Commissioners of Wren County met in regular session in the Commissioners' Hearing Room, "
        "210 Second Avenue, Oxley, at 9:00 a.m. on Tuesday, March 7, 2023." + _REST,
        "wren county",
        "board of commissioners",
        "2023-03-07",
        "09:00",
        None,
        "commissioners' hearing room, 210 second avenue, oxley",
    ),
    (
        "Wrenfield Town Council\nMinutes of the Planning & Highways Committee\n"
        "held on Tuesday 5th May 2020 at 7.00pm\nin the Council Offices, 2 Mill Lane, Wrenfield" + _REST,
        "wrenfield town council",
        "planning & highways committee",
        "2020-05-05",
        "19:00",
        None,
        "council offices, 2 mill lane, wrenfield",
    ),
    (
        "MINUTES\nFINANCE AND GENERAL PURPOSES COMMITTEE\nTuesday 5 May 2020\nTown Hall, Wren\n6.00pm – 7.45pm" + _REST,
        None,
        "finance and general purposes committee",
        "2020-05-05",
        "18:00",
        "19:45",
        "town hall, wren",
    ),
    (
        "Wren Valley School District No. 7\nBoard of Education\nRegular Meeting Minutes\n"
        "May 5, 2020\n\nThe regular meeting of the Board of Education was called to order by "
        "President Oak at 6:32 p.m. in the High School Library." + _REST + "\nAdjournment: 8:15 p.m.\n",
        "wren valley school district no. 7",
        "board of education",
        "2020-05-05",
        "18:32",
        "20:15",
        "high school library",
    ),
    (
        "TOWNSHIP OF NORTH WREN\nPLANNING COMMISSION\nREGULAR MEETING\nMAY 5, 2020\n\n"
        "Meeting was called to order at 7:00 p.m. by Chairman Oak at the Township Hall, 12 Main "
        "St." + _REST + "\nMotion by Elm, support by Ash to adjourn at 9:02 p.m. Carried.\n",
        "township of north wren",
        "planning commission",
        "2020-05-05",
        "19:00",
        "21:02",
        "township hall, 12 main st",
    ),
    (
        "Wren & District Allotment Association\n\n"
        "Minutes of the Annual General Meeting held on Saturday 2nd May 2020 in the Memorial "
        "Hall at 10.30am" + _REST,
        "wren & district allotment association",
        "wren & district allotment association",
        "2020-05-02",
        "10:30",
        None,
        "memorial hall",
    ),
    (
        "Board of Selectmen\nTown of Wrenham, New Hampshire\nMinutes - May 5, 2020\n\n"
        "Chairman Oak called the meeting to order at 6:30 PM." + _REST,
        "town of wrenham",
        "board of selectmen",
        "2020-05-05",
        "18:30",
        None,
        None,
    ),
    (
        "Minutes of the one hundred and fourth meeting of the Wren Harbour Commissioners, held "
        "in the Harbour Office on the fifth of May, 2020, at three o'clock in the afternoon."
        + _REST
        + "\nThe meeting ended at a quarter to five.\n",
        None,
        "wren harbour commissioners",
        "2020-05-05",
        "15:00",
        "16:45",
        "harbour office",
    ),
    (
        "WREN DISTRICT COUNCIL\n\nLICENSING SUB COMMITTEE (2)\n\nTUESDAY, 5TH MAY, 2020\n\n"
        "PRESENT: Councillor A Oak (Chair)\n\n1. APOLOGIES\nNone.\n\n"
        "The meeting commenced at 10.02 am and concluded at 11.40 am\n",
        "wren district council",
        "licensing sub committee (2)",
        "2020-05-05",
        "10:02",
        "11:40",
        None,
    ),
    (
        "Name of Committee:   Audit and Governance Committee\n"
        "Date of Meeting:     Tuesday, 5 May 2020\nTime:                10.00 a.m.\n"
        "Place:               Council Chamber, Wren House\n\nPresent: Councillors Oak\n\n"
        "1. Apologies\nNone\n",
        None,
        "audit and governance committee",
        "2020-05-05",
        "10:00",
        None,
        "council chamber, wren house",
    ),
    (
        "WREN PARISH COUNCIL\nMinutes of a Meeting of the Council held at the Village Hall, "
        "Church Road, Wren on Tuesday, 5th May 2020 commencing at 7.30 p.m.\n\n"
        "Present: Cllr Oak\n\n20/45 Apologies\nNone\n\n"
        "There being no further business the meeting closed at 9.10\n",
        "wren parish council",
        "council",
        "2020-05-05",
        "19:30",
        "21:10",
        "village hall, church road, wren",
    ),
    (
        "Comhairle Contae na Dreolín\nWren County Council\n\n"
        "Minutes of the May Monthly Meeting of Wren County Council held in Áras an Chontae, Wren "
        "on Monday 4th May 2020 at 2.00pm" + _REST,
        "wren county council",
        "wren county council",
        "2020-05-04",
        "14:00",
        None,
        "áras an chontae, wren",
    ),
    (
        "CITY OF WREN\nMINUTES OF THE REGULAR MEETING OF THE CITY COUNCIL\nMonday, May 4, 2020\n"
        "7:00 P.M.\nCouncil Chambers, City Hall" + _REST,
        "city of wren",
        "city council",
        "2020-05-04",
        "19:00",
        None,
        "council chambers, city hall",
    ),
    (
        "Minutes of Wren Community Council meeting held on Tuesday 5 May 2020 at 7.30pm in Wren Primary School" + _REST,
        "wren community council",
        "wren community council",
        "2020-05-05",
        "19:30",
        None,
        "wren primary school",
    ),
    (
        "THE MEETING OF THE WREN SHIRE COUNCIL WAS HELD IN THE COUNCIL CHAMBERS, HIGH STREET, "
        "WREN, TUESDAY 5 MAY 2020, COMMENCING AT 9.00AM" + _REST,
        "wren shire council",
        "wren shire council",
        "2020-05-05",
        "09:00",
        None,
        "council chambers, high street, wren",
    ),
    (
        "At an Ordinary Meeting of the Parish Council held on Tuesday the fifth day of May 2020 "
        "at 7.30 o'clock in the evening at the Reading Room" + _REST,
        None,
        "parish council",
        "2020-05-05",
        "19:30",
        None,
        "reading room",
    ),
    (
        "Wren Regional Council\n\nMinutes\nInfrastructure Committee Meeting\n\n"
        "Date: Tuesday, 5 May 2020\nTime: 9.03am to 11.20am\n"
        "Venue: Council Chamber, 1 Lake Street, Wren\n\nPRESENT\nCr Oak\n\n1. Apologies\nNil\n",
        "wren regional council",
        "infrastructure committee",
        "2020-05-05",
        "09:03",
        "11:20",
        "council chamber, 1 lake street, wren",
    ),
    (
        "Agenda and minutes\nWren and Elm Joint Waste Board\nTuesday 5th May 2020 2.00 pm\n"
        "Venue: Remote Meeting via MS Teams\n\nContact: Ann Ash\n\nNo. Item\n1.\nApologies\n"
        "Minutes:\nNone.\n",
        None,
        "wren and elm joint waste board",
        "2020-05-05",
        "14:00",
        None,
        "remote meeting via ms teams",
    ),
    (
        "Trustees' Meeting - Wren Village Hall\n5 May 2020, 7pm, in the Committee Room\n\n"
        "Present: Ann Oak (Chair), Bob Elm\n\n1. Apologies\nNone.\n\nMeeting closed 8.50pm\n",
        None,
        "trustees' meeting",
        "2020-05-05",
        "19:00",
        "20:50",
        "committee room",
    ),
    (
        "ST WREN'S COLLEGE\nAUDIT COMMITTEE\nMinutes of the meeting held at 5.00pm on Tuesday 5 May 2020 via Zoom"
        + _REST,
        "st wren's college",
        "audit committee",
        "2020-05-05",
        "17:00",
        None,
        "zoom",
    ),
    (
        "Wren Parish Council – Minutes of the Annual Parish Council Meeting, Tuesday 5th May "
        "2020, 7.30pm, The Pavilion, Wren" + _REST,
        "wren parish council",
        "wren parish council",
        "2020-05-05",
        "19:30",
        None,
        "pavilion, wren",
    ),
    (
        "Royal Borough of Wren\nCorporate Overview and Scrutiny Panel\n\nTuesday 5 May 2020\n"
        "Present: Councillors Oak (Chairman), Elm\n\nAlso in attendance: Mr Ash\n\n"
        "Officers: A, B\n\n1. APOLOGIES FOR ABSENCE\nNone.\n\n"
        "The meeting, which began at 7.00 pm, finished at 8.31 pm\n",
        "royal borough of wren",
        "corporate overview and scrutiny panel",
        "2020-05-05",
        "19:00",
        "20:31",
        None,
    ),
    (
        "REGIONAL DISTRICT OF WREN LAKE\nMINUTES of the Regular Meeting of the Board of "
        "Directors held on Tuesday, May 5, 2020 in the Board Room, 101 Elm Avenue, Wren, BC\n\n"
        "PRESENT: Director Oak, Chair\n\nCALL TO ORDER\n"
        "The Chair called the meeting to order at 10:01 a.m.\n\nADJOURNMENT\n"
        "The meeting was adjourned at 12:20 p.m.\n",
        "regional district of wren lake",
        "board of directors",
        "2020-05-05",
        "10:01",
        "12:20",
        "board room, 101 elm avenue, wren, bc",
    ),
    (
        "Wren Bay Housing Association Ltd\nMinutes of Board Meeting\n"
        "Held Tuesday 5 May 2020 at 5.30pm at 12 Quay Street, Wren" + _REST,
        "wren bay housing association ltd",
        "board",
        "2020-05-05",
        "17:30",
        None,
        "12 quay street, wren",
    ),
    (
        "South Wren Fire Protection District\nBoard of Directors Meeting Minutes\nMay 5, 2020\n"
        "Station 1, 400 Elm Road\nThe meeting was called to order at 1800 hours."
        + _REST
        + "\nThe meeting adjourned at 1935 hours.\n",
        "south wren fire protection district",
        "board of directors",
        "2020-05-05",
        "18:00",
        "19:35",
        "station 1, 400 elm road",
    ),
    (
        "Wren Islands Council\n\nMINUTE of Meeting of the Harbours Board held in Council "
        "Chamber, Wren Town Hall on Tuesday, 5 May 2020 at 10.00am.\n\n"
        "SEDERUNT: Councillors Oak\n\n1. Minute\n"
        "The Minute of Meeting of 3 March 2020 was approved.\n",
        "wren islands council",
        "harbours board",
        "2020-05-05",
        "10:00",
        None,
        "council chamber, wren town hall",
    ),
    (
        "HELD: Tuesday 5 May 2020 at 6pm, Civic Suite, Wren\n"
        "COMMITTEE: Environment Scrutiny Committee\nPRESENT: Councillor Oak\n\n1. Apologies\n"
        "None\n",
        None,
        "environment scrutiny committee",
        "2020-05-05",
        "18:00",
        None,
        "civic suite, wren",
    ),
    (
        "Friends of Wren Park\nMinutes of Committee Meeting 5/5/20\n7.30pm at the Robin Inn\n"
        "Present: Ann Oak, Bob Elm\nApologies: Cy Ash\n\n1. Minutes\n"
        "The minutes of 3/3/20 were agreed.\n",
        "friends of wren park",
        "committee",
        "2020-05-05",
        "19:30",
        None,
        "robin inn",
    ),
    (
        "WREN COUNTY COUNCIL\n\nHealth Select Committee - 5 May 2020\n\n"
        "At a meeting of the Committee held at 10.00 am in the Oak Suite, County Hall, Wren\n",
        "wren county council",
        "health select committee",
        "2020-05-05",
        "10:00",
        None,
        "oak suite, county hall, wren",
    ),
    (
        "WREN PARISH COUNCIL\n\nANNUAL MEETING OF THE PARISH COUNCIL, WREN VILLAGE HALL, TUESDAY "
        "5 MAY 2020, 1930 hrs\n",
        "wren parish council",
        "parish council",
        "2020-05-05",
        "19:30",
        None,
        "wren village hall",
    ),
    (
        "CYNGOR CYMUNED DRYW / WREN COMMUNITY COUNCIL\n\n"
        "Nos Fawrth, 5ed Mai 2020 / Tuesday, 5th May 2020\n"
        "Neuadd Goffa / Memorial Hall, Wren, 7.30 yh\n\nPRESENT: Cllr Oak\n",
        "wren community council",
        "wren community council",
        "2020-05-05",
        "19:30",
        None,
        "memorial hall, wren",
    ),
    (
        "METROPOLITAN BOROUGH OF WREN\n\nAt the Annual Meeting of the Council of the "
        "Metropolitan Borough of Wren held in the TOWN HALL, WREN on TUESDAY, 5TH MAY, 2020 at "
        "12 noon.\n",
        "metropolitan borough of wren",
        "council",
        "2020-05-05",
        "12:00",
        None,
        "town hall, wren",
    ),
    (
        "TOWN OF WREN FALLS\nTOWN BOARD MINUTES\n\n"
        "The Regular Meeting of the Town Board of the Town of Wren Falls, County of Elm, State "
        "of New York, was held at the Town Hall, 14 Mill Street, on the 5th day of May, 2020.\n",
        "town of wren falls",
        "town board",
        "2020-05-05",
        None,
        None,
        "town hall, 14 mill street",
    ),
    (
        "Wren City Council\n\nCabinet\n\nDate: Tuesday 5 May 2020\n\nTime: 10.00 am - 11.42 am\n"
        "\nPlace: Committee Room, City Hall\n\nPresent: Councillor Oak\n",
        "wren city council",
        "cabinet",
        "2020-05-05",
        "10:00",
        "11:42",
        "committee room, city hall",
    ),
    (
        "Minutes of the proceedings of a meeting of Wren Borough Council held in the Council "
        "Chamber, Civic Centre, Wren on Tuesday, 5th May, 2020 at 7.00 p.m.\n\n"
        "PRESENT: The Mayor\n",
        "wren borough council",
        "wren borough council",
        "2020-05-05",
        "19:00",
        None,
        "council chamber, civic centre, wren",
    ),
    (
        "MINUTES\n\nof the Meeting of the\n\nSTANDARDS COMMITTEE\n\nheld on\n\n"
        "Tuesday, 5 May 2020\n\nat 6.30 pm in Committee Room A, Town Hall, Wren\n\nPresent: Oak\n",
        None,
        "standards committee",
        "2020-05-05",
        "18:30",
        None,
        "committee room a, town hall, wren",
    ),
    (
        "Record of decisions taken at the meeting of the Executive held in the Wren Room, "
        "Guildhall on Tuesday 5 May 2020 at 4pm\n\nPresent: Cllr A Oak\n\n1. Apologies\nNone.\n\n"
        "2. Roads\nThe report was noted.\n",
        None,
        "executive",
        "2020-05-05",
        "16:00",
        None,
        "wren room, guildhall",
    ),
    (
        "Wren Council\nMinutes of a meeting of the Area 2 Community Council held on Tuesday 5 "
        "May 2020 at 7.15 pm. Held at Elm Primary School, Elm Road.\n\nPresent: Cllr A Oak\n\n"
        "1. Apologies\nNone.\n\n2. Roads\nThe report was noted.\n",
        "wren council",
        "area 2 community council",
        "2020-05-05",
        "19:15",
        None,
        "elm primary school, elm road",
    ),
    (
        "THE CORPORATION OF THE TOWNSHIP OF WREN\nRegular Council Meeting\nMINUTES\n"
        "Tuesday, May 5, 2020, 7:00 p.m.\nMunicipal Office, Council Chambers\n\n"
        "Members present: Mayor Oak\n",
        "corporation of the township of wren",
        "council",
        "2020-05-05",
        "19:00",
        None,
        "municipal office, council chambers",
    ),
    (
        "VILLAGE OF WREN FALLS\nBOARD OF TRUSTEES\nREGULAR MEETING - MAY 5, 2020\n\n"
        "Mayor Oak called the meeting to order at 7:00pm in the Village Hall, 3 Main Street.\n\n"
        "Present: Cllr A Oak\n\n1. Apologies\nNone.\n\n2. Roads\nThe report was noted.\n",
        "village of wren falls",
        "board of trustees",
        "2020-05-05",
        "19:00",
        None,
        "village hall, 3 main street",
    ),
    (
        "Planning Committee (Wren Town Council)\n"
        "Minutes of the meeting held at 6.30pm on Monday 4 May 2020 at The Old Bank, Market "
        "Place, Wren\n\nPresent: Cllr A Oak\n\n1. Apologies\nNone.\n\n2. Roads\n"
        "The report was noted.\n",
        "wren town council",
        "planning committee",
        "2020-05-04",
        "18:30",
        None,
        "old bank, market place, wren",
    ),
    (
        "WREN PRIMARY SCHOOL\nMinutes of the Full Governing Body Meeting held on Tuesday 5 May "
        "2020 at 4.15pm at the school\n\nPresent: Cllr A Oak\n\n1. Apologies\nNone.\n\n2. Roads\n"
        "The report was noted.\n",
        "wren primary school",
        "governing body",
        "2020-05-05",
        "16:15",
        None,
        "school",
    ),
    (
        "Wren University Hospitals NHS Foundation Trust\n"
        "Minutes of the Public Trust Board meeting held on Tuesday 5 May 2020, 9.30am–12.45pm, "
        "Boardroom, Wren House\n\nPresent: Cllr A Oak\n\n1. Apologies\nNone.\n\n2. Roads\n"
        "The report was noted.\n",
        "wren university hospitals nhs foundation trust",
        "trust board",
        "2020-05-05",
        "09:30",
        "12:45",
        "boardroom, wren house",
    ),
    (
        "Minutes of the Annual Parish Meeting held on Tuesday 5 May 2020 at 7pm in Wren Village "
        "Hall\n\nPresent: 14 electorssent: Cllr A Oak\n\n1. Apologies\nNone.\n\n2. Roads\n"
        "The report was noted.\n",
        None,
        "annual parish meeting",
        "2020-05-05",
        "19:00",
        None,
        "wren village hall",
    ),
    (
        "WREN WATER DISTRICT\nBOARD OF COMMISSIONERS\nMINUTES OF REGULAR MEETING\n\n"
        "DATE: May 5, 2020\nTIME: 5:30 PM\nLOCATION: District Office, 44 Elm Street\n\n"
        "PRESENT: Oak\n",
        "wren water district",
        "board of commissioners",
        "2020-05-05",
        "17:30",
        None,
        "district office, 44 elm street",
    ),
    (
        "Wren Shire Council\nOrdinary Council Meeting Minutes 5 May 2020\n\n"
        "1. DECLARATION OF OPENING\nThe Presiding Member declared the meeting open at 5.03pm.\n\n"
        "2. ATTENDANCE\nPresent: Cr Oak\n\n20. CLOSURE\n"
        "The Presiding Member closed the meeting at 7.14pm.\n",
        "wren shire council",
        "council",
        "2020-05-05",
        "17:03",
        "19:14",
        None,
    ),
    (
        "HAMPTON AND WREN JOINT CREMATORIUM COMMITTEE\n\nTUESDAY 5 MAY 2020\n\n"
        "HELD AT THE COUNCIL OFFICES, ELM STREET AT 10.30 A.M.\n\nPRESENT: Councillor Oak\n",
        None,
        "hampton and wren joint crematorium committee",
        "2020-05-05",
        "10:30",
        None,
        "council offices, elm street",
    ),
    (
        "Notes of Wren Neighbourhood Forum\n05/05/2020 18:30-20:05\nWren Library\n\n"
        "Attendees: A Oak\n\n1. Welcome\nNoted.\n",
        None,
        "wren neighbourhood forum",
        "2020-05-05",
        "18:30",
        "20:05",
        "wren library",
    ),
]


@pytest.mark.parametrize("shape", HEADERS, ids=[str(shape[0])[:40].split("\n", maxsplit=1)[0] for shape in HEADERS])
def test_headers_of_all_kinds_of_bodies_are_read(shape: tuple[str | None, ...]) -> None:
    """Organisation, body, date, hours and place, whatever kind of body met."""
    found = find_header(gather(from_text(str(shape[0]))))
    mentions = [getattr(found, field) for field in _FIELDS]
    assert tuple(m.value.lower() if m else None for m in mentions) == shape[1:]


TITLES = [
    (
        "OXLEY AND WREN JOINT WASTE COMMITTEE\n\nMinutes of a meeting of the Joint Waste Committee held on\n4 May 2020",
        None,
        "oxley and wren joint waste committee",
    ),
    (
        "WREN BOROUGH COUNCIL\nPLANNING COMMITTEE\nMinutes of a meeting of the Planning Committee held on\n4 May 2020",
        "wren borough council",
        "planning committee",
    ),
    (
        "**MINUTES** of the **PARENTING BOARD**, being a committee of **Wren City Council**\n4 May 2020",
        "wren city council",
        "parenting board",
    ),
    (
        "WREN PARISH COUNCIL\n\nThe Council met in the Pavilion on 4 May 2020",
        "wren parish council",
        "wren parish council",
    ),
    (
        "Vale of Wren District Council -- Licensing Sub-Committee\n4 May 2020",
        "vale of wren district council",
        "licensing sub-committee",
    ),
    ("SHIRE OF WREN\nMINUTES - ORDINARY COUNCIL MEETING - 4 MAY 2020", "shire of wren", "council"),
    ("THE UNIVERSITY OF WREN\n\nSENATE\n\nMINUTES of the Meeting held on 4 May 2020", "university of wren", "senate"),
    (
        "The Wren Society for Field Natural History\n\nThe meeting of the Council of Trustees was held on 4 May 2020",
        "wren society for field natural history",
        "council of trustees",
    ),
    ("SCRUTINY COMMITTEE (ADULTS AND HEALTH)\n\n4 May 2020", None, "scrutiny committee (adults and health)"),
    ("SCRUTINY COMMITTEE (REMOTE MEETING)\n\n4 May 2020", None, "scrutiny committee"),
    (
        "WREN PARISH COUNCIL\n\nMINUTES of the Meeting of the Full Council held on 4 May 2020",
        "wren parish council",
        "full council",
    ),
    (
        "Cyngor Cymuned Llanwren\nLlanwren Community Council\n\nMinutes of the meeting held on 4 May 2020",
        "llanwren community council",
        "llanwren community council",
    ),
    ("WREN COUNCIL\n\nAT A MEETING of the COUNCIL duly convened and held on 4 May 2020", "wren council", "council"),
    ("Minutes of:               WREN SAFETY PANEL\n\nDate of Meeting: 4 May 2020", None, "wren safety panel"),
    ("# Wren Residents' Association\n\n**Committee meeting - 4 May 2020**", "wren residents' association", "committee"),
    ("BEFORE THE PLANNING COMMISSION OF WREN COUNTY\nMINUTES - MAY 4, 2020", "wren county", "planning commission"),
]


@pytest.mark.parametrize(("text", "organisation", "body"), TITLES)
def test_titles_in_full_and_in_marks(text: str, organisation: str | None, body: str) -> None:
    """The title above has the whole name; stars and dashes are no part of it."""
    found = find_header(gather(from_text(text + _REST)))
    assert found.organisation is None if organisation is None else found.organisation is not None
    assert found.organisation is None or str(found.organisation.value).lower() == organisation
    assert found.body is not None
    assert str(found.body.value).lower() == body


PLACES = [
    ("WREN PANEL\n4 May 2020\n\nCounty Hall, Wren              Start Time     10.30 am", "County Hall, Wren"),
    (
        "WREN COUNCIL\nMINUTES - COUNCIL MEETING - 4 MAY 2020\n"
        "Council Chambers, 14 Oak Street, Wren, commencing 5.00pm",
        "Council Chambers, 14 Oak Street, Wren",
    ),
    (
        "MINUTE of MEETING of the WREN AREA COMMITTEE held within the Burgh Chambers, High Street, Wren on 4 May 2020",
        "Burgh Chambers, High Street, Wren",
    ),
    ("WREN PCC\n\nMeeting held in All Saints' Church Room on 4 May 2020 at 7.30pm", "All Saints' Church Room"),
    (
        "WREN COMMISSION\nMINUTES - MAY 4, 2020\nHearing Room, 20 Main Street, Wren\n\nA.  CALL TO ORDER",
        "Hearing Room, 20 Main Street, Wren",
    ),
    ("WREN SCHOOL\nDate of meeting: 4 May 2020        Time: 5.00pm        Venue: School library", "School library"),
    ("WREN CABINET\nDate: 4 May 2020\nVenue: Teams - this meeting was held remotely", "Teams"),
    ("WREN PANEL\n4 May 2020\nMeeting held by Microsoft Teams and streamed to the public", "Microsoft Teams"),
    (
        "WREN COUNCIL\nMeeting of the Works Committee held remotely and in the Oak Room, Wren on the above date",
        "Oak Room, Wren",
    ),
    ("WREN COUNCIL\nMay 4, 2020\n7:00 P.M., TOWN HALL, LOWER MEETING ROOM", "TOWN HALL, LOWER MEETING ROOM"),
    ("WREN COUNCIL\n\nMinute of Meeting\nWren Public Hall\nMonday 4 May 2020", "Wren Public Hall"),
    ("WREN TRUST\n4 May 2020, 6pm\nWren Surgery, upstairs waiting room", "Wren Surgery, upstairs waiting room"),
    ("WREN COMMITTEE\nMinutes of the meeting in which all of it was said, 4 May 2020", None),
]


@pytest.mark.parametrize(
    "told",
    [
        "The Committee met at 2.15 p.m. in the Oak Room, Wren.",
        "The meeting took place at the Oak Room, Wren, and began",
    ],
)
def test_a_place_told_below_the_attendance(told: str) -> None:
    """The header is a list of labels; its first paragraph says where."""
    text = f"WREN COMMITTEE\n4 May 2020\n\nPresent: Cllr A Orme, Cllr B Dent\n\n{told}\n\n1. MINUTES\n\nAgreed.\n"
    found = find_header(gather(from_text(text))).venue
    assert found is not None
    assert found.text == "Oak Room, Wren"


@pytest.mark.parametrize(("text", "venue"), PLACES)
def test_where_a_place_ends(text: str, venue: str | None) -> None:
    """At a gap, the words before a time, or the first heading."""
    found = find_header(gather(from_text(text + _REST))).venue
    assert (found.text if found else None) == venue

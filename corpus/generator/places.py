"""Invented towns, villages, streets and buildings; a place belongs to one part by its own name."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random

from corpus.generator.parts import frames_of, part_of

# ruff: noqa: E501
# fmt: off
FIRST = (
    "Ash Barn Beck Birk Brack Brin Brom Burn Carl Chal Charl Clay Cold Cran Crox Dar Den Dray Dun Eller Elm Fern Flax Frod Gam Gar Gold Gris Hag Hal Ham Hart Hax Hel Hol Hor Hurst Ket Kil Kirk "
    "Lang Lax Ling Mal Mar Mel Mid Mox Nor Oak Old Ot Pen Pick Quorn Raven Red Rill Rush Salt Sax Scar Sel Shel Silk Skel Sned Stain Stan Stock Sut Swan Thel Thorn Tin Tor Ul Wad Wal War Wey Whit Wil Wim Win Wol Wrex Yax"
).split()
LAST = "bourne bury by combe cote dale den don fell field ford gate ham hurst ington ley low mere minster ney port rick royd shaw stead stock thorpe ton wade well wick wold worth".split()
CELTIC = (
    "Abercothi Aberdulas Aberllyn Ardgarve Ardnamoyle Auchterlee Balmorrow Ballinacree Ballycorrig Ballydreen Ballymurn Brynhelyg Caerwenog Capel_Wern Carrickdoon Clonbeg Clonmoyle Cwmdulais Drumlish Dunmorag Glenarrow Glenbuck "
    "Inverlochan Inversnell Kilbracken Kilcorran Kildalloch Kilmorack Kinlochard Knockbreda Letterbrack Llanarwel Llanbedrog Llanerfyl Llangwenno Lochend Maesgwyn Nantyderi Penarwen Penrhos Pontardulas Rathcorran Rhydlewis "
    "Roscarbery Strathbeg Strathmore Tirconagh Trefaldwyn Tullybeg Ynyswen Sandvoe Norwick Hamnavoe"
).split()
AWAY = (
    "Cedar_Falls Maple_Grove Pine_Ridge Elk_Hollow Fort_Dawson Lake_Arlen Mill_Creek North_Harmon Oakdale Prairie_View Riverside_Park Silver_Bay Three_Forks Union_Springs West_Salem "
    "Coolabah Gundaroo Kangaroo_Flat Mirrabooka Wattle_Creek Yallambee Port_Lansdowne Burrawang Dundas_Mills Petrolia_West Kakariki Waitangi_Flat"
).split()
PREFIXES = ("Great", "Little", "Upper", "Nether", "North", "South", "East", "West", "Long", "Old", "Kings", "Market", "St")
STREETS = (
    "Mill Church Station High Victoria Albert Wellington Nelson George Queen's King's Park Chapel Castle Canal Bridge Priory Abbey Tannery Foundry Gas_House Cemetery Hospital Workhouse Brewery Hawthorn Sycamore Lime "
    "Rowan Alder Cowper Wordsworth Tennyson Byron Gladstone Disraeli Palmerston Cromwell Nightingale Attlee Bevan Churchill Livingstone Shelley Milton Darwin Telford Brunel Stephenson Arkwright"
).split()
KINDS = ("Street", "Road", "Lane", "Avenue", "Close", "Drive", "Way", "Crescent", "Terrace", "Gardens", "Hill", "Row", "Grove")
ESTATES = ("{} Estate", "{} Park", "{} Court", "{} House", "{} Meadows", "{} Green", "{} Playing Field", "{} Recreation Ground", "{} Allotments", "{} Wood")
SAINTS = ("St Anne's", "St Mary's", "St John's", "St Cuthbert's", "St Teilo's", "St Patrick's", "St Oswald's", "All Saints", "Holy Trinity", "St Columba's")
ROOMS = (
    "Council Chamber", "Committee Room {n}", "Committee Room A", "Meeting Room {n}", "Main Hall", "Reading Room", "Conference Room", "Guildhall", "Assembly Room", "Boardroom", "Members' Room", "Small Hall",
    "Function Room", "Library", "Lecture Theatre", "Training Suite {n}", "Court Room", "Garden Room", "Mayor's Parlour", "Chapel Room",
)
BUILDINGS = (
    "Town Hall", "Civic Centre", "Village Hall", "Council Offices", "County Hall", "Shire Hall", "Community Centre", "Guildhall", "Memorial Hall", "City Chambers", "Municipal Buildings",
    "Parish Rooms", "Methodist Church Hall", "Sports Pavilion", "Royal British Legion", "Corn Exchange", "Riverside House", "Trust Headquarters", "Jubilee Hall", "Scout Hut",
)


@cache
def towns(part: str, kind: str = "uk") -> tuple[str, ...]:
    """The town names of a part."""
    if kind == "uk":
        made = [a + b for a, b in product(FIRST, LAST) if a[-1] != b[0]]
        return tuple(n for n in [*made, *CELTIC] if part_of(n) == part)
    words = {"celtic": CELTIC, "away": AWAY}[kind]
    return tuple(n.replace("_", " ") for n in words if part_of(n) == part)


def town(rng: Random, part: str, kind: str = "uk") -> str:
    """One place, sometimes with a word before it."""
    name = rng.choice(towns(part, kind))
    return f"{rng.choice(PREFIXES[:12])} {name}" if kind == "uk" and rng.random() < 0.2 else name


@cache
def street_names(part: str) -> tuple[str, ...]:
    """What streets of a part are called before Street and Road."""
    return tuple(s.replace("_", " ") for s in STREETS if part_of(s) == part)


def street(rng: Random, part: str) -> str:
    """A street, named after a thing, a place or a person long dead."""
    first = rng.choice(street_names(part)) if rng.random() < 0.7 else rng.choice(towns(part))
    return f"{first} {rng.choice(KINDS)}"


def estate(rng: Random, part: str, surname: str) -> str:
    """A field, an estate or a block, often named after a person."""
    first = surname if rng.random() < 0.6 else rng.choice(towns(part))
    return rng.choice(ESTATES).format(first)


def school(rng: Random, part: str, surname: str) -> str:
    """A school."""
    first = rng.choice((surname, rng.choice(SAINTS), rng.choice(towns(part)), rng.choice(street_names(part))))
    return f"{first} {rng.choice(('Primary School', 'Academy', 'High School', 'Infant School', 'C of E Primary School', 'Community College', 'Nursery'))}"


def venue(rng: Random, part: str) -> str:
    """Where a meeting is held, as a header prints it after the preposition and the article."""
    room = rng.choice(frames_of(ROOMS, part)).format(n=rng.randint(1, 5))
    building = rng.choice(frames_of(BUILDINGS, part))
    place = rng.choice(towns(part))
    shape = rng.randint(0, 7)
    if shape == 0:
        return f"{place} {building}"
    if shape == 1:
        return f"{room}, {building}, {street(rng, part)}, {place}"
    if shape == 2:
        return f"{building}, {street(rng, part)}"
    if shape == 3:
        return f"{room}, {place} {building}"
    if shape == 4:
        return f"{room}, {building}, {place}"
    if shape == 5:
        return f"{building}, {place}"
    return f"{room}, {building}" if room != building else building

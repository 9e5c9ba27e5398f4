"""The layouts: which conventions go together. Each row belongs to one part and to no other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


# ruff: noqa: E501
# fmt: off
@dataclass(frozen=True)
class Layout:
    """A house style, as the names of its conventions."""

    name: str
    part: str
    kinds: str
    header: str
    attendance: str
    numbering: str
    heading: str
    case: str
    decision: str
    action: str
    member: str
    noise: str


# name | kinds | header | attendance | numbering | heading | case of titles | decisions | actions | title:form in list:form in body | noise
TRAIN = """
t01|district county|stacked|inline_plural|dot|line|caps|label_line|bullets|Councillor:surname:surname|
t02|district|sentence|each_inline|dot|line|title|label_dash|label|Councillor:full:full|wrap
t03|parish|sentence|one_a_line|dot|line|title|resolved|label|Cllr:initial:surname|
t04|parish welsh|sentence|labels_semis|slash|line|title|sentence|prose|Cllr:full:surname|
t05|county|at_meeting|honorifics|bare|line|caps|label_line|none|Mr:initials:initials|wrap pages
t06|district|bar|modgov|dot|two_lines|title|modgov|prose|Councillor:full:surname|icons
t07|scottish|sentence|inline_plural|dot|line|title|decision_head|label|Councillor:full:surname|
t08|irish|sentence_caps|one_a_line|none|line|caps|moved|none|Cllr.:initial:initial|
t09|joint|keyvalue|organisations|dot|line|sentence|label_dash|column|Councillor:full:full|
t10|health|keyvalue|roles_comma|dot|line|title|noted|initials|-:full:full|
t11|school|sentence|columns|slash|line|title|sentence|column|Mrs:full:surname|wrap
t12|society|stacked|bullets|none|underlined|title|sentence|label|-:full:given|
t13|american|us|roll_call|none|line|caps|us_motion|prose|Councilman:full:surname|
t14|overseas|sentence|table_columns|code|line|caps|overseas|none|Cr:initial:surname|
t15|district|dash_title|inline_plural|run|inline_dash|caps|label_dash|prose|Councillor:surname:surname|
t16|parish|sentence|prose|paren|inline_colon|title|sentence|label|Cllr.:initial:surname|
t17|district joint|sentence_caps|labels_semis|bare|wide|title|label_colon|label|Councillor:full:surname|indent
t18|welsh|sentence|inline_plural|long|line|title|resolved|prose|Councillor:full:full|
t19|district|stacked|pipes|dot|line|caps|label_line|none|Councillor:initials:initials|pipes
t20|parish|letterhead|dash_roles|monthcode|line|title|sentence|label|Cllr:full:surname|
t21|county district|sentence|inline_plural|dot|line|caps|bare|none|Councillor:initial:surname|questions
t22|health joint|times_top|role_first|dot|line|caps|agreed|right|-:full:full|
t23|district|keyvalue|each_inline|bracket|line|title|label_colon|label|Councillor:full:full|footers
t24|scottish joint|at_meeting|semicolons|roman|line|title|decision_head|prose|Councillor:full:full|
t25|district|bar|none|code|two_lines|sentence|modgov|label|Councillor:full:surname|icons
t26|parish|sentence_caps|glued|dot|inline_stop|title|resolved|prose|Cllr:initial:surname|lost
t27|county|prose|honorifics|dot|line|caps|label_line|prose|Mr:initials:initials|wrap splitord
t28|irish joint|sentence|columns|dot|line|title|moved|label|Cllr:full:full|pages
t29|american|us|prose|letters|line|title|us_motion|label|Commissioner:full:surname|
t30|society school|stacked|inline_names|dot|line|title|agreed|table|-:full:given|
t31|district|sentence|two_column|suffix|after|caps|label_dash|none|Councillor:dotted:surname|pages
t32|parish scottish|sentence|sederunt|dot|line|title|agreed|initials|-:full:initial|
t33|district|stacked|substitutes|dot|line|caps|resolved|prose|Councillor:surname:surname|splitord
t34|joint district|sentence|remote|slash|line|title|label_dash|label|Councillor:full:full|footers
t35|welsh parish|letterhead|one_a_line|bare|line|caps|sentence|prose|Councillor:close:surname|indent
t36|overseas|keyvalue|dash_roles|codedot|line|caps|overseas|prose|Cr:full:surname|
t37|district county|dash_title|semicolons|none|line|caps|label_colon|label|Councillor:middle:surname|
t38|parish|prose|inline_plural|run|inline_dash|sentence|resolved|column|Cllr:closedots:surname|wrap
t39|health|times_top|table_columns|codedot|line|title|noted|table|-:full:full|footers
t40|district|sentence_caps|upper|paren|line|title|moved|none|Councillor:upper:full|capitals
t41|parish|stacked|each_inline|fc|line|title|resolved|right|Cllr:full:initial|
t42|american overseas|us|each_inline|dot|line|title|us_motion|none|Trustee:full:surname|ocr
t43|county joint|sentence|inline_plural|dot|line|title|label_dash|bullets|Councillor:full:full|lost
t44|school|keyvalue|role_first|dot|inline_colon|title|agreed|initials|-:full:full|
t45|irish scottish|sentence|roles_comma|bracket|line|caps|sentence|prose|Councillor:dotted:dotted|wrap
t46|society parish|sentence|inline_names|none|inline_colon|title|sentence|prose|-:full:given|
t47|district|sentence|margin|dot|line|caps|label_dash|label|Councillor:initial:surname|
t48|county district|stacked|marks|run|line|title|resolved|prose|Councillor:full:full|
t49|health|keyvalue|torn|codedot|line|title|noted|label|-:full:full|
t50|joint|sentence|authorities|dot|line|caps|label_line|none|Councillor:full:full|
t51|district irish|at_meeting|chair_first|bare|line|caps|moved|prose|Councillor:initials:surname|
t52|district|dash_title|categories|slash|line|title|label_colon|bullets|Councillor:full:surname|
t53|parish|letterhead|margin|dot|inline_stop|title|sentence|initials|Cllr:full:surname|
t54|overseas|us|chair_first|dot|line|caps|overseas|label|Cr:full:surname|
t55|joint county|prose|authorities|bracket|line|title|agreed|label|Cllr:full:surname|wrap
t56|scottish|stacked|marks|roman|line|caps|decision_head|none|Councillor:full:full|indent
""".strip()
DEV = """
d01|district|stacked|semicolons|run|line|caps|label_dash|label|Councillor:initial:surname|
d02|parish|sentence_caps|inline_plural|fc|inline_dash|title|sentence|right|Cllr:full:surname|wrap
d03|joint county|times_top|labels_semis|bare|line|title|label_line|prose|Councillor:full:full|pages
d04|health|sentence|role_first|slash|line|title|agreed|table|-:full:full|
d05|irish|letterhead|each_inline|letters|line|caps|moved|prose|Cllr.:full:initial|
d06|american|us|one_a_line|roman|line|title|us_motion|label|Councilman:full:surname|
d07|school society|dash_title|two_column|none|underlined|title|agreed|initials|-:full:full|
d08|district|bar|modgov|slash|two_lines|sentence|modgov|prose|Councillor:full:full|icons
d09|scottish welsh|keyvalue|prose|paren|line|sentence|decision_head|label|Councillor:full:surname|
d10|overseas|sentence|roll_call|monthcode|line|caps|overseas|none|Cr:full:surname|footers
d11|county district|at_meeting|inline_plural|suffix|after|title|bare|none|Councillor:initials:surname|questions
d12|parish|stacked|columns|bracket|inline_stop|title|resolved|label|Cllr:initial:surname|indent
d13|joint|keyvalue|authorities|slash|line|caps|resolved|label|Councillor:full:surname|
d14|parish|us|margin|bracket|line|title|agreed|prose|Cllr:initial:surname|
d15|district|prose|chair_first|long|line|title|label_colon|prose|Councillor:dotted:full|
""".strip()
TEST = """
e01|district|sentence|substitutes|code|line|caps|label_colon|label|Councillor:full:surname|
e02|county|stacked|honorifics|long|line|title|label_dash|none|Mr:initial:initial|wrap
e03|parish|letterhead|inline_plural|slash|inline_colon|title|resolved|prose|Cllr:initial:surname|
e04|joint|keyvalue|semicolons|roman|line|caps|label_line|label|Councillor:full:full|footers
e05|health|sentence_caps|table_columns|bare|line|title|noted|right|-:full:full|
e06|scottish irish|prose|each_inline|dot|line|sentence|decision_head|prose|Councillor:full:full|pages
e07|american|times_top|inline_names|bracket|line|title|us_motion|prose|Supervisor:full:surname|
e08|district|bar|none|run|two_lines|caps|modgov|label|Councillor:full:full|icons
e09|society school|letterhead|roles_comma|letters|line|title|sentence|table|-:full:full|
e10|welsh parish|at_meeting|prose|none|line|caps|sentence|label|Cllr:full:initial|indent
e11|overseas|dash_title|dash_roles|paren|line|title|overseas|prose|Cr:initial:surname|
e12|district|stacked|remote|dot|wide|title|agreed|initials|Councillor:dotted:surname|splitord
e13|health|letterhead|torn|roman|line|title|agreed|label|-:full:full|
e14|county|keyvalue|marks|code|line|title|label_dash|prose|Councillor:full:surname|
e15|district|at_meeting|categories|fc|line|caps|resolved|label|Councillor:initial:surname|
""".strip()


@cache
def layouts(part: str) -> tuple[Layout, ...]:
    """The layouts of a part."""
    rows = {"train": TRAIN, "dev": DEV, "test": TEST}[part].splitlines()
    return tuple(Layout(fields[0], part, *fields[1:]) for fields in (row.split("|") for row in rows))

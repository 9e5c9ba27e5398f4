"""Given names and surnames as the councils of these islands and their kin overseas have them, by origin."""

from __future__ import annotations

# origin: (share, women, men, surnames); "_" stands for a space inside one name.

# ruff: noqa: E501
# fmt: off
ORIGINS: dict[str, tuple[int, str, str, str]] = {
    "english": (
        44,
        "Alice Amanda Angela Ann Barbara Beryl Brenda Carol Caroline Catherine Celia Charlotte Christine Claire Daphne Dawn Deborah Denise Diana "
        "Doreen Edith Eileen Elaine Elizabeth Emily Emma Fay Frances Gail Georgina Gillian Hannah Harriet Hazel Heather Helen Hilary Irene "
        "Jacqueline Jane Janet Jean Jennifer Jill Joan Joanna Josephine Joyce Judith Julia Julie Karen Kate Kathryn Laura Lesley Linda Lorraine "
        "Louise Lucy Lynne Margaret Maria Marion Maureen Melanie Michelle Muriel Nicola Norma Olive Pamela Patricia Pauline Penelope Philippa Rachel "
        "Rebecca Rita Rosemary Ruth Sally Samantha Sandra Sarah Sheila Shirley Sophie Stella Susan Suzanne Sylvia Tracey Valerie Vera Veronica Victoria "
        "Vivienne Wendy Yvonne Zoe Rose ",
        "Adrian Alan Albert Alexander Andrew Anthony Arthur Barry Basil Ben Bernard Brian Bruce Carl Charles Christopher Clive Colin Craig Cyril Daniel "
        "Darren David Dennis Derek Dominic Donald Douglas Edward Eric Ernest Francis Frank Frederick Gary Geoffrey George Gerald Gordon Graham Guy Harold "
        "Harry Henry Howard Hugh Ian Jack James Jeffrey Jeremy John Jonathan Joseph Julian Keith Kenneth Kevin Lawrence Leonard Leslie Lewis Malcolm Mark "
        "Martin Matthew Maurice Michael Miles Neil Nicholas Nigel Norman Oliver Oscar Patrick Paul Peter Philip Ralph Raymond Reginald Richard Robert Robin Rodney "
        "Roger Roland Ronald Roy Russell Sam Sidney Simon Stanley Stephen Steve Stuart Terence Theodore Thomas Timothy Toby Tony Trevor Victor Vincent Walter "
        "Wayne William Bill Jim Ted Bob Mike Dave Nick Ernest Frank ",
        "Abbott Adams Allen Andrews Appleby Archer Ashworth Atkinson Bailey Baker Ball Banks Barber Barker Barnes Bennett Berry Bird Blake Bradshaw Brooks "
        "Brown Burgess Burton Carter Chapman Clark Clarke Cole Coleman Cook Cooke Cooper Cox Crabtree Cross Crossley Curtis Dixon "
        "Drake Dyson Eastwood Elliott Faulkner Fielding Fisher Fletcher Ford Forster Foster Fox Francis Franklin Freeman Frost Fuller Gardiner "
        "Gibbons Gibson Gilbert Goddard Goodwin Green Greenwood Hale Hall Hardcastle Hardy Harper Harrison Hart Harvey Hawkins Hayes Heath Hewitt Hicks Hill Hirst "
        "Hobson Holden Holland Holmes Holt Hooper Hopkins Horton Howard Howe Hudson Humphries Hunt Hutchinson Illingworth Jackson Jagger Jarvis Jeffries Jennings Johnson "
        "Kemp Kendall King Kirby Knight Lamb Lambert Lawson Leach Lee Leigh Lister Love Lowe Lund Marsh Marshall Mason Matthews "
        "Mellor Metcalfe Miller Mills Moore Moss Naylor Nelson Newman Newton Nichols Oakley Oldfield Oliver Osborne Page Palmer Park Parker Parkin Parsons "
        "Payne Peacock Pearce Pearson Perkins Pickering Pike Pollard Poole Porter Potter Powell Pratt Preston Price Pugh Rawlings Read Rhodes "
        "Richardson Riley Roe Rose Rowe Rowntree Rushton Salt Sanders Saunders Shaw Shepherd Simpson Singleton Skinner Slater Smith Snow Spencer "
        "Stanton Steel Stevens Stone Summers Sutcliffe Sykes Tanner Taylor Thompson Thornton Thorpe Tomlinson Townsend Tranter Tucker Turner Tyler Underwood "
        "Vickers Wade Wainwright Walker Wall Walsh Walton Warner Waters Watkins Watts Webb Webster Wells West Weston Wheeler Whitaker White Whitehead Wilkins Wilkinson "
        "Willis Wood Woodward Wright Yates Young ",
    ),
    "welsh": (
        8,
        "Angharad Bethan Branwen Bronwen Carys Catrin Ceri Delyth Eirlys Eleri Elin Ffion Gwen Gwenllian Gwyneth Lowri Mair Mari Megan Menna Nerys Nia Olwen Rhian Rhiannon Sian Siân "
        "Sioned Tegwen",
        "Aled Alun Arwel Bryn Dafydd Dai Dewi Dilwyn Dylan Elfed Elwyn Emlyn Emrys Euros Gareth Geraint Glyn Gwilym Gwyn Gwynfor Hefin Huw Hywel Idris Ieuan Ifan Iolo Iwan Llew Meirion "
        "Meurig Rhodri Rhys Trefor Tudur Wyn",
        "Bebb Bevan Bowen Davies Edwards Ellis Evans Eynon Griffiths Gwynne Harries Howell Howells Hughes Humphreys James Jenkins John Jones Lewis Llewellyn Lloyd Mathias Meredith Morgan "
        "Morris Mostyn Owen Parry Penry Phillips Powell Prosser Prothero Pryce Rees Richards Roberts Rosser Rowlands Thomas Trahearne Tudor Vaughan Watkin Williams Wynne",
    ),
    "scottish": (
        9,
        "Agnes Aileen Ailsa Annabel Catriona Eilidh Elspeth Fiona Flora Isla Isobel Jean Jessie Kirsteen Kirsty Lorna Mairi Moira Morag Morven Muriel Netta Rhona Senga Sheena Shona Una",
        "Alasdair Alistair Archie Blair Callum Cameron Donald Duncan Euan Ewan Fergus Fraser Gavin Gregor Hamish Iain Innes Ivor Kenny Lachlan Lewis Magnus Malcolm Murdo Murray Norman "
        "Ranald Rory Ross Ruaridh Scott Struan Torquil",
        "Abercrombie Aitken Anderson Baird Bruce Buchanan Cameron Campbell Carmichael Chisholm Cowie Craig Cruickshank Cumming Dalgleish Drummond Dunbar Duncan Duthie Farquhar Ferguson Finlay "
        "Forbes Fraser Geddes Gillespie Gordon Grieve Haldane Halcrow Hamilton Henderson Hogg Innes Irvine Johnston Keith Kerr Laing Lamont Leask Leslie Lindsay Logan MacAskill MacDonald "
        "MacGregor MacIver Mackay MacKenzie Mackintosh MacLean MacLeod MacNeil MacRae McAllister McCall McColl McCulloch McDougall McFarlane McGhee McIntosh McIntyre McKay McKinnon McLaren "
        "McLellan McMillan McNab McPhee McQueen Meldrum Menzies Moffat Moncrieff Munro Murdoch Napier Ogilvie Peddie Petrie Rae Ramsay Reid Robertson Ross Rutherford Scott Sinclair Smellie "
        "Stewart Sutherland Tulloch Turnbull Urquhart Wallace Wemyss Wishart",
    ),
    "irish": (
        8,
        "Aine Aisling Aoife Bernadette Blathnaid Breda Bríd Bridget Caoimhe Ciara Clodagh Deirdre Dervla Eithne Fionnuala Geraldine Gráinne Grainne Imelda Josephine Kathleen Máire Mairead "
        "Majella Noreen Nuala Nora Oonagh Orla Philomena Roisin Rosaleen Siobhan Sinead Sorcha Teresa Una",
        "Aidan Brendan Cathal Cathal Ciaran Colm Conor Cormac Damien Daragh Declan Dermot Diarmuid Donal Eamon Eamonn Enda Eoin Fergal Finbarr Fintan Gearóid Kieran Liam Lorcan Malachy Micheál "
        "Noel Oisin Padraig Pádraig Pearse Phelim Ruairi Seamus Séamus Sean Seán Shane Tadhg Tomás Ultan",
        "Boyle Brady Brannigan Breen Brennan Byrne Cahill Callaghan Carroll Casey Clancy Coughlan Collins Connolly Conway Costello Coyle Crowley Cullen Curran Daly Devlin Dillon Doherty Dolan "
        "Donnelly Donovan Doyle Duffy Dunne Egan Fahy Fallon Farrell Finnegan Fitzgerald Fitzpatrick Flanagan Flynn Foley Gallagher Geraghty Gilmore Hanlon Healy Hennessy Hogan Hickey Kavanagh "
        "Keane Kearney Keating Keenan Kelly Kenneally Kinsella Lacey Lynch Lyons MacManus Maguire Mallon McAleer McCann McCarthy McDermott McElroy McGinty McGowan McGrath McGuigan McHugh McKeown McKenna "
        "McLoughlin McMahon McNamara Molloy Moran Mulligan Murphy Neeson Nolan O'Brien O'Callaghan O'Connell O'Connor O'Dea O'Donnell O'Dowd O'Flynn O'Gorman O'Grady O'Hara O'Hare O'Keeffe O'Kane O'Leary "
        "O'Mahony O'Malley O'Neill O'Reilly O'Rourke O'Shea O'Sullivan O'Toole Ó_Briain Ó_Cuinn Ó_Murchú Ní_Bhroin Ní_Dhuibhne Quigley Quinn Quirke Rafferty Redmond Regan Reilly Rooney Ryan Scully Shanahan "
        "Sheehan Sheridan Slattery Sweeney Tierney Tobin Toner Tracey Twomey Whelan",
    ),
    "south_asian": (
        11,
        "Aisha Amina Amrit Anita Anjali Asma Ayesha Bushra Deepa Farah Fatima Gurpreet Harjit Humaira Jaspreet Kavita Kiran Lakshmi Manjit Meena Mumtaz Nadia Naheed Nasreen Nazia Neelam Neha Nisha "
        "Parveen Pooja Priya Rabina Rani Rashida Razia Rekha Rukhsana Rupinder Sabiha Saima Samina Sangita Shabana Shazia Shahida Sunita Surinder Tahira Tasneem Usha Yasmin Zainab Zara",
        "Abdul Adeel Ahmed Ajay Amir Amjad Anil Arjun Arshad Ashok Asif Atif Balbir Balwinder Bashir Chaudhry Dilip Faisal Farooq Gurdeep Hanif Harpreet Hassan Ibrar Imran Iqbal Jagdeep Jamil Javed "
        "Kamran Karamjit Khalid Mahmood Manoj Mohammed Muhammad Mushtaq Nadeem Naveed Nazir Pradeep Rajesh Rakesh Ravi Rizwan Sajid Saleem Sandeep Sanjay Satnam Shabir Shafiq Sohail Sukhdev Suresh Tahir Tariq "
        "Umar Vijay Vikram Waqas Wasim Yusuf Zafar Zahid Zulfiqar",
        "Ahmad Ahmed Akhtar Akram Alam Ali Ansari Arora Arshad Ashraf Aslam Aziz Azam Bains Banerjee Begum Bhatt Bhatti Bhogal Bibi Chadha Chaudhary Chauhan Choudhury Chowdhury Das Desai Dhaliwal Dhillon Dogra Farooqi "
        "Gandhi Ghosh Gill Gupta Haider Haque Hashmi Hussain Iqbal Islam Jabbar Jain Joshi Kapoor Karim Kaur Khan Khanna Khatun Kohli Kumar Lakhani Mahmood Malhotra Malik Mann Masood Mehta Miah Mian Mirza Mistry "
        "Mukherjee Nair Naseem Nawaz Pandya Parmar Patel Pillai Qureshi Rahman Rai Raja Randhawa Rao Rashid Raza Rehman Riaz Sadiq Saeed Saini Sandhu Sarwar Shafi Shah Shaikh Sharma Sheikh Siddiqui Sidhu Singh Sohal "
        "Suleman Tanveer Thakur Uddin Ullah Vaid Verma Virdee Yaqoob Yousaf Zaman",
    ),
    "african": (
        6,
        "Abena Abiola Adaeze Adwoa Akosua Ama Amara Asha Chidinma Chioma Ebele Efua Esi Eunice Folake Funmi Hodan Ifeoma Khadija Mariam Ngozi Nkechi Nneka Oluchi Sade Temitope Thandi Yewande",
        "Abdi Ade Adewale Akin Babatunde Chidi Chinedu Chukwuma Ebenezer Emeka Femi Gbenga Godwin Ikenna Kofi Kojo Kwabena Kwame Kwesi Lekan Mamadou Mensah Moses Obi Olu Olumide Segun Sipho Tendai Tunde Uche Yaw",
        "Abdi Achebe Adebayo Adeleke Adeyemi Adomako Afolabi Agyeman Ajayi Akande Akinola Amoah Ampofo Ansah Appiah Asante Awolowo Ayodele Balogun Banda Bangura Boakye Boateng Chikwanda Dlamini Egbe Eze "
        "Farah Gyasi Ibrahim Igwe Jalloh Kamara Kariuki Khumalo Koroma Kuti Mensah Moyo Mutasa Mwangi Ncube Ndlovu Nkrumah Nwosu Obi Odhiambo Ogunleye Ogundipe Okafor Okeke Okonkwo Okoro Oladapo Olatunji Omar "
        "Onyango Osei Owusu Oyelaran Quartey Sarpong Sesay Sithole Tagoe Tetteh Uzoma Warsame Yeboah",
    ),
    "caribbean": (
        4,
        "Beverley Carlene Claudette Cynthia Doreth Eulalie Gloria Hyacinth Jacinth Marcia Merlene Monica Myrtle Paulette Pearl Precilla Sonia Thelma Verna Winsome",
        "Alford Clinton Courtney Delroy Desmond Errol Everton Fitzroy Garfield Leroy Linford Lloyd Neville Orville Rudolph Trevor Winston",
        "Blackwood Braithwaite Brathwaite Campbell Charles Clarke Cumberbatch Dacosta Francis Gayle Greenidge Hinds Holder Joseph Lashley Lindo Maynard McKenzie McLean Phillip Pinnock Ramdin Reid "
        "Richards Rowe St_Hilaire St_John Springer Thomas Trotman Wallcott Weekes",
    ),
    "european": (
        7,
        "Agata Agnieszka Alina Anna Beata Bożena Chiara Danuta Elena Elif Elżbieta Ewa Francesca Giulia Helena Ilona Ines Ioana Irina Ivana Joanna Katarzyna Kasia Krystyna Lucia Magda Małgorzata Mirela Monika Oksana "
        "Paola Renata Sofia Teresa Urszula Zofia",
        "Adam Andreas Andrzej Antonio Bogdan Costas Dimitri Emre Fabio Giorgio Gintaras Grzegorz Ioannis Jacek Jan Janusz Krzysztof Luca Marco Marek Matteo Mehmet Mihai Nikos Oleksandr Paolo Pawel Piotr Radu Stefan "
        "Stanisław Tomasz Vasile Wojciech Zbigniew",
        "Adamczyk Antoniou Baptista Baran Bianchi Borkowski Christou Conti Costa da_Silva de_Souza Demetriou Dimitrov Dobrowolski Ferrari Georgiou Gruber Ionescu Jankowski Kaczmarek Kaminski Kovacs Kowalczyk Kowalski Lewandowski "
        "Lombardi Malinowski Marchetti Marino Mazur Nowak Nowicki Okulicz Olszewski Papadopoulos Pawlak Pereira Petrov Popescu Ricci Romano Rossi Santos Schmidt Silva Sokolowski Stavrou Szymanski Vasquez Wójcik Wozniak "
        "Yildiz Zając Zielinski de_Gruchy Le_Brocq Le_Marquand du_Feu van_Dyke van_der_Berg von_Arnim de_la_Haye di_Marco",
    ),
    "chinese": (
        2,
        "Hui Jing Li Lin Mei Ming Suk Wai Xin Yan Ying",
        "Chi Guowei Hon Jun Ka Kin Kwok Man Shing Tak Wei Yiu",
        "Chan Chen Cheng Cheung Chow Choi Fung Ho Huang Kwan Kwok Lai Lam Lau Leung Li Lin Liu Lo Ng Nguyen Pham Tan Tang Tran Tse Wang Wong Wu Yeung Yip Yuen Zhang Zhao",
    ),
    "rare": (
        14,
        "Araminta Clementine Cordelia Drusilla Ernestine Evadne Georgiana Henrietta Hester Imogen Isadora Jocasta Lavinia Leonora Marcella Marigold Octavia Ottilie Petronella Rosalind Seraphina Tabitha Theodora Winifred "
        "Ebony Sharon Lindsey Toni Jo Jackie Sue Chris Pat Liz Kath Viv Bev",
        "Algernon Ambrose Barnaby Benedict Crispin Cuthbert Digby Edgar Ellis Everard Gervase Giles Hector Horace Hubert Humphrey Jasper Lionel Lucian Montague Mortimer Percival Piers Quentin Rafe Rupert Septimus Sylvester "
        "Thaddeus Tristram Wilfred Al Ray Kelvin Todd Chuck Wes Dwayne Randy Brad Kyle Troy Travis",
        "Allardyce Ambler Arkwright Aspinall Babbage Bagshaw Bamforth Barraclough Bastable Beckwith Bellweather Bickerstaff Birtwistle Blenkinsop Bloodworth Botterill Braithby Bracegirdle Broadbent Brocklebank Bullivant Cadwallader "
        "Cattermole Chatterley Clutterbuck Cobbold Copplestone Crowther Cuthbertson Dalrymple Daubney Dewhurst Dinsdale Dunderdale Entwistle Fanshawe Fazackerley Fernyhough Fothergill Frobisher Gaskarth Gathercole "
        "Golightly Grimshaw Halliwell Hardacre Hathersage Heptonstall Hesketh Higginbottom Hollingsworth Hornblower Inchbald Ingoldby Jolliffe Kilpatrick Kettlewell Lathbury Leadbetter Lightbown Longbottom Loxley "
        "Mainwaring Micklethwaite Molyneux Murgatroyd Nettleship Nuttall Openshaw Ormerod Otterburn Pargeter Pemberton Penhaligon Pettigrew Postlethwaite Puddephat Quarmby Ramsbottom Rawsthorne Rimmington Rowbotham "
        "Satterthwaite Scattergood Shuttleworth Sidebottom Slingsby Snodgrass Sowerbutts Spofforth Stapleton Strickland Tattersall Thistlethwaite Threlfall Trelawney Tregenza Tremayne Twistleton Ullathorne Varley "
        "Venables Waddington Wagstaff Warburton Wedderburn Whittingstall Wigglesworth Winterbottom Wolstenholme Worsley Wrigglesworth Yarwood Kowalchuk Halvorsen Lindqvist Schroeder Vandermeer Rasmussen Delacroix Tremblay "
        "Bouchard Petersen Gustafson Eisenberg Feldman Castellano Figueroa Gutierrez Hernandez Washington Jefferson Buchholz",
    ),
    "words": (
        5,
        "April Autumn Dawn Faith Grace Hope Ivy Joy June May Poppy Prudence Rose Skye Summer Verity Paige Comfort Mercy Patience Precious Ann Jane Susan Helen "
        "Carol Sarah Margaret Linda Emma Ruth",
        "Bill Dean Duke Earl Frank Grant Jack Mark Max Miles Rich Rocky Rob Will Guy Major Angus John Peter David Paul Simon Alan Robert Colin Ian Tom",
        "Bishop Butcher Butler Constable Counsell Court Day Dean Deacon Best Bond Bright Bull Case Chambers Chance Church Cook Cross Farmer Field Fisher Fowler "
        "Kent King Kitchen Knight Law Lay Long Major March May Mayor Noble North Page Parr Penny Pope Porter Price Prior Quick Rich Sage Sargent Savage Sharp "
        "Sheriff Short Smart Speaker Stafford Swift Vice Ward West Wild Wills Winter Wise York Heading Marsh Hope Joy Grace Little Moody Judge Baron Gentle "
        "Truelove Park Bridge Green Mill Lane Castle Banks Wood Hill Street Pound Proctor Treasure Abbott Reeve Stone Weeks Friday Sunday Early Late Younger "
        "Child Carer Champion Pilgrim Pageant Doctor Nurse Lord Duke",
    ),
}

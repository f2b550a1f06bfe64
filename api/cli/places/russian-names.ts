/** Russian names that the spelling rules cannot restore, by GeoNames' name. Outside Russia with the country's code. */
const RUSSIA = `
  Moscow=Москва; Saint Petersburg=Санкт-Петербург; Kazan=Казань; Perm=Пермь; Astrakhan=Астрахань; Tver=Тверь;
  Yaroslavl=Ярославль; Tyumen=Тюмень; Ulyanovsk=Ульяновск; Komsomolsk-on-Amur=Комсомольск-на-Амуре;
  Ulan-Ude=Улан-Удэ; Korolev=Королёв; Shchelkovo=Щёлково; Mineralnye Vody=Минеральные Воды; Peterhof=Петергоф;
  Anadyr=Анадырь; Suzdal=Суздаль; Naberezhnyye Chelny=Набережные Челны; Rostov-na-Donu=Ростов-на-Дону;
  Nar'yan-Mar=Нарьян-Мар; Kostroma=Кострома; Elektrogorsk=Электрогорск; Zelenograd=Зеленоград; Sunzha=Сунжа;
  Gelendzhik=Геленджик; Kotel’niki=Котельники; Vidnoye=Видное; Dzerzhinskiy=Дзержинский; Aprelevka=Апрелевка;
  Likino-Dulevo=Ликино-Дулёво; Ozery=Озёры; Novaya Balakhna=Балахна; Kholmogory=Холмогоры; Cherepovets=Череповец;
  Orel=Орёл; Klin=Клин; Artem=Артём; Kiselevsk=Киселёвск; Berezovskiy=Берёзовский; Ozersk=Озёрск;
  Budennovsk=Будённовск; Shchekino=Щёкино; Sovetsk=Советск; Petrodvorets=Петродворец; Svetogorsk=Светогорск;
  Kronshtadt=Кронштадт; Vsevolozhsk=Всеволожск; Vyborg=Выборг; Sestroretsk=Сестрорецк; Elektrougli=Электроугли;
  Krasnoarmeysk=Красноармейск; Kubinka=Кубинка; Nakhabino=Нахабино; Gorno-Altaysk=Горно-Алтайск; Anapa=Анапа;
  Pereslavl’-Zalesskiy=Переславль-Залесский; Torzhok=Торжок; Vyazniki=Вязники; Gus’-Khrustal’nyy=Гусь-Хрустальный;
  Nizhny Tagil=Нижний Тагил; Zelyony Gorod=Зелёный Город; Novy=Новый; Solovjevsk=Соловьёвск; Semiozerje=Семиозерье`

const WORLD = `
  UA Kyiv=Киев; UA Kiev=Киев; UA Kharkiv=Харьков; UA Odessa=Одесса; UA Odesa=Одесса; UA Dnipro=Днепр; UA Donetsk=Донецк;
  UA Lviv=Львов; UA Zaporizhzhya=Запорожье; UA Sevastopol=Севастополь; UA Simferopol=Симферополь; UA Luhansk=Луганск;
  UA Mariupol=Мариуполь; UA Kerch=Керчь; UA Yalta=Ялта; UA Yevpatoriya=Евпатория; UA Feodosiya=Феодосия;
  BY Minsk=Минск; BY Homyel'=Гомель; BY Gomel=Гомель; BY Mahilyow=Могилёв; BY Vitebsk=Витебск; BY Hrodna=Гродно; BY Brest=Брест;
  KZ Almaty=Алматы; KZ Astana=Астана; KZ Nur-Sultan=Астана; KZ Shymkent=Шымкент; KZ Karagandy=Караганда; KZ Aktobe=Актобе;
  KZ Pavlodar=Павлодар; KZ Petropavl=Петропавловск; KZ Kostanay=Костанай; KZ Oral=Уральск; KZ Atyrau=Атырау;
  UZ Tashkent=Ташкент; UZ Samarkand=Самарканд; UZ Bukhara=Бухара; KG Bishkek=Бишкек; KG Osh=Ош; TJ Dushanbe=Душанбе;
  TM Ashgabat=Ашхабад; AM Yerevan=Ереван; AM Gyumri=Гюмри; AZ Baku=Баку; AZ Ganja=Гянджа; GE Tbilisi=Тбилиси; GE Batumi=Батуми;
  GE Kutaisi=Кутаиси; GE Sokhumi=Сухум; MD Chisinau=Кишинёв; MD Tiraspol=Тирасполь; EE Tallinn=Таллин; EE Tartu=Тарту; EE Narva=Нарва;
  LV Riga=Рига; LV Daugavpils=Даугавпилс; LT Vilnius=Вильнюс; LT Kaunas=Каунас; LT Klaipėda=Клайпеда;
  FI Helsinki=Хельсинки; FI Tampere=Тампере; FI Turku=Турку; SE Stockholm=Стокгольм; SE Göteborg=Гётеборг; SE Malmö=Мальмё;
  NO Oslo=Осло; NO Bergen=Берген; NO Tromsø=Тромсё; DK Copenhagen=Копенгаген; IS Reykjavík=Рейкьявик; PL Warsaw=Варшава; PL Kraków=Краков;
  PL Łódź=Лодзь; PL Gdańsk=Гданьск; PL Wrocław=Вроцлав; PL Poznań=Познань; DE Berlin=Берлин; DE Hamburg=Гамбург; DE Munich=Мюнхен;
  DE Köln=Кёльн; DE Frankfurt am Main=Франкфурт-на-Майне; DE Leipzig=Лейпциг; DE Dresden=Дрезден; DE Stuttgart=Штутгарт;
  CZ Prague=Прага; CZ Brno=Брно; SK Bratislava=Братислава; AT Vienna=Вена; HU Budapest=Будапешт; RO Bucharest=Бухарест;
  BG Sofia=София; BG Varna=Варна; BG Burgas=Бургас; RS Belgrade=Белград; RS Novi Sad=Нови-Сад; ME Podgorica=Подгорица;
  HR Zagreb=Загреб; SI Ljubljana=Любляна; BA Sarajevo=Сараево; MK Skopje=Скопье; AL Tirana=Тирана; GR Athens=Афины;
  GR Thessaloníki=Салоники; TR Istanbul=Стамбул; TR Ankara=Анкара; TR İzmir=Измир; TR Antalya=Анталья; CY Nicosia=Никосия;
  CY Limassol=Лимасол; IT Rome=Рим; IT Milano=Милан; IT Milan=Милан; IT Napoli=Неаполь; IT Naples=Неаполь; IT Turin=Турин;
  IT Palermo=Палермо; FR Paris=Париж; FR Marseille=Марсель; FR Lyon=Лион; FR Nice=Ницца; ES Madrid=Мадрид; ES Barcelona=Барселона;
  ES Valencia=Валенсия; ES Sevilla=Севилья; PT Lisbon=Лиссабон; PT Porto=Порту; GB London=Лондон; GB Birmingham=Бирмингем;
  GB Manchester=Манчестер; GB Edinburgh=Эдинбург; GB Glasgow=Глазго; IE Dublin=Дублин; NL Amsterdam=Амстердам; NL Rotterdam=Роттердам;
  BE Brussels=Брюссель; CH Zürich=Цюрих; CH Geneva=Женева; CH Bern=Берн; LU Luxembourg=Люксембург; MT Valletta=Валлетта;
  IL Jerusalem=Иерусалим; IL Tel Aviv=Тель-Авив; IL Haifa=Хайфа; EG Cairo=Каир; EG Alexandria=Александрия; MA Casablanca=Касабланка;
  MA Rabat=Рабат; DZ Algiers=Алжир; TN Tunis=Тунис; LY Tripoli=Триполи; SD Khartoum=Хартум; ET Addis Ababa=Аддис-Абеба;
  KE Nairobi=Найроби; TZ Dar es Salaam=Дар-эс-Салам; NG Lagos=Лагос; NG Abuja=Абуджа; GH Accra=Аккра; SN Dakar=Дакар;
  CD Kinshasa=Киншаса; AO Luanda=Луанда; ZA Johannesburg=Йоханнесбург; ZA Cape Town=Кейптаун; MG Antananarivo=Антананариву;
  SY Damascus=Дамаск; LB Beirut=Бейрут; JO Amman=Амман; IQ Baghdad=Багдад; IR Tehran=Тегеран; IR Tabriz=Тебриз; IR Mashhad=Мешхед;
  SA Riyadh=Эр-Рияд; SA Jeddah=Джидда; YE Sanaa=Сана; AE Dubai=Дубай; AE Abu Dhabi=Абу-Даби; QA Doha=Доха; KW Kuwait City=Эль-Кувейт;
  AF Kabul=Кабул; PK Karachi=Карачи; PK Lahore=Лахор; PK Islamabad=Исламабад; IN Mumbai=Мумбаи; IN Delhi=Дели; IN New Delhi=Нью-Дели;
  IN Kolkata=Калькутта; IN Chennai=Ченнаи; IN Bengaluru=Бангалор; NP Kathmandu=Катманду; BD Dhaka=Дакка; LK Colombo=Коломбо;
  MM Yangon=Янгон; TH Bangkok=Бангкок; VN Hanoi=Ханой; VN Ho Chi Minh City=Хошимин; KH Phnom Penh=Пномпень; MY Kuala Lumpur=Куала-Лумпур;
  SG Singapore=Сингапур; ID Jakarta=Джакарта; PH Manila=Манила; CN Beijing=Пекин; CN Shanghai=Шанхай; CN Guangzhou=Гуанчжоу;
  CN Shenzhen=Шэньчжэнь; CN Tianjin=Тяньцзинь; CN Chongqing=Чунцин; CN Wuhan=Ухань; CN Harbin=Харбин; CN Shenyang=Шэньян;
  CN Ürümqi=Урумчи; CN Xi’an=Сиань; CN Chengdu=Чэнду; HK Hong Kong=Гонконг; TW Taipei=Тайбэй; MN Ulan Bator=Улан-Батор;
  MN Ulaanbaatar=Улан-Батор; KP Pyongyang=Пхеньян; KR Seoul=Сеул; KR Busan=Пусан; JP Tokyo=Токио; JP Osaka=Осака; JP Sapporo=Саппоро;
  JP Nagoya=Нагоя; JP Fukuoka=Фукуока; AU Sydney=Сидней; AU Melbourne=Мельбурн; AU Perth=Перт; AU Brisbane=Брисбен; AU Adelaide=Аделаида;
  AU Canberra=Канберра; AU Darwin=Дарвин; NZ Auckland=Окленд; NZ Wellington=Веллингтон; US New York City=Нью-Йорк; US Los Angeles=Лос-Анджелес;
  US Chicago=Чикаго; US Houston=Хьюстон; US Philadelphia=Филадельфия; US San Francisco=Сан-Франциско; US Seattle=Сиэтл; US Miami=Майами;
  US Boston=Бостон; US Dallas=Даллас; US Denver=Денвер; US Atlanta=Атланта; US Phoenix=Финикс; US Detroit=Детройт; US Anchorage=Анкоридж;
  US Honolulu=Гонолулу; US Washington, D. C.=Вашингтон; US Washington=Вашингтон; US Las Vegas=Лас-Вегас; US Minneapolis=Миннеаполис;
  CA Toronto=Торонто; CA Montréal=Монреаль; CA Vancouver=Ванкувер; CA Ottawa=Оттава; CA Calgary=Калгари; CA Winnipeg=Виннипег;
  MX Mexico City=Мехико; MX Guadalajara=Гвадалахара; CU Havana=Гавана; GT Guatemala City=Гватемала; PA Panamá=Панама; CO Bogotá=Богота;
  CO Medellín=Медельин; VE Caracas=Каракас; EC Quito=Кито; PE Lima=Лима; BO La Paz=Ла-Пас; CL Santiago=Сантьяго; AR Buenos Aires=Буэнос-Айрес;
  AR Córdoba=Кордова; UY Montevideo=Монтевидео; PY Asunción=Асунсьон; BR São Paulo=Сан-Паулу; BR Rio de Janeiro=Рио-де-Жанейро;
  BR Brasília=Бразилиа; BR Salvador=Салвадор; BR Fortaleza=Форталеза; BR Manaus=Манаус; BR Recife=Ресифи`

const read = (list: string): [string, string][] =>
  list
    .split(';')
    .map((entry) => entry.trim().split('='))
    .filter((pair): pair is [string, string] => pair.length === 2)

export const NAMES_IN_RUSSIA = new Map(read(RUSSIA))
export const NAMES_ABROAD = new Map(read(WORLD))

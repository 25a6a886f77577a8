/**
 * Names under which English news writes one place or state. A row holds what may be taken for one
 * another anywhere; left out is what is a part of the other (England), or another thing as well
 * (Holland, Georgia). Spellings of capitals follow the UN list of country names; older forms beside
 * them are those of agencies' style guides.
 */
const SAME_PLACE: readonly (readonly string[])[] = [
  ['United States', 'United States of America', 'U.S.', 'US', 'USA', 'U.S.A.'],
  ['United Kingdom', 'UK', 'U.K.', 'Great Britain', 'Britain'],
  ['United Arab Emirates', 'UAE', 'U.A.E.'],
  ['European Union', 'EU', 'E.U.'],
  ['United Nations', 'UN', 'U.N.'],
  ['Czech Republic', 'Czechia'],
  ['Turkey', 'Türkiye', 'Turkiye'],
  ['Myanmar', 'Burma'],
  ['Ivory Coast', 'Côte d’Ivoire', "Côte d'Ivoire", 'Cote d’Ivoire'],
  ['Eswatini', 'Swaziland'],
  ['Cape Verde', 'Cabo Verde'],
  ['East Timor', 'Timor-Leste'],
  ['Vatican', 'Holy See'],
  ['North Korea', 'DPRK', 'Democratic People’s Republic of Korea'],
  ['South Korea', 'Republic of Korea'],
  ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DRC', 'DR Congo'],
  ['Kyiv', 'Kiev'],
  ['Odesa', 'Odessa'],
  ['Lviv', 'Lvov'],
  ['Dnipro', 'Dnepr'],
  ['Zaporizhzhia', 'Zaporozhye', 'Zaporizhia'],
  ['Mykolaiv', 'Nikolaev'],
  ['Donbas', 'Donbass'],
  ['Belarus', 'Byelorussia'],
  ['Chisinau', 'Chișinău', 'Kishinev'],
  ['Tbilisi', 'Tiflis'],
  ['Almaty', 'Alma-Ata'],
  ['Beijing', 'Peking'],
  ['Guangzhou', 'Canton'],
  ['Mumbai', 'Bombay'],
  ['Kolkata', 'Calcutta'],
  ['Chennai', 'Madras'],
  ['Bengaluru', 'Bangalore'],
  ['Yangon', 'Rangoon'],
  ['Ho Chi Minh City', 'Saigon'],
  ['Dhaka', 'Dacca'],
  ['Kathmandu', 'Katmandu'],
  ['Mecca', 'Makkah'],
  ['Tehran', 'Teheran'],
];

/** A name of a place → the first of its row, by which all of them are known. */
export const PLACES: ReadonlyMap<string, string> = new Map(
  SAME_PLACE.flatMap(([first = '', ...others]) =>
    [first, ...others].map((name) => [name, first] as const),
  ),
);

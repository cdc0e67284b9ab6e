import { pick } from './random';

/** A name as it is written, and as it stands in an address. */
type Name = [written: string, latin: string];

interface Culture {
  given: Name[];
  family: Name[];
  /** The family name comes first, without a space. */
  familyFirst?: true;
}

export interface PersonName {
  givenName: string;
  surname: string;
  displayName: string;
  mailName: string;
}

const plain = (...names: string[]): Name[] => names.map((name) => [name, name.toLowerCase()]);

const asciiCulture: Culture = {
  given: plain(
    ...['Alice', 'Amir', 'Anna', 'Ben', 'Carla', 'Chidi', 'Daniel', 'Elena', 'Emma', 'Farah', 'Felix', 'Grace', 'Hana'],
    ...['Ivan', 'Jamal', 'Julia', 'Kofi', 'Laura', 'Liam', 'Maria', 'Mei', 'Nadia', 'Noah', 'Olivia', 'Omar', 'Paula'],
    ...['Priya', 'Quentin', 'Rosa', 'Samuel', 'Tara', 'Thomas', 'Uma', 'Victor', 'Wanda', 'Yusuf', 'Zara'],
  ),
  family: plain(
    ...['Abbott', 'Adeyemi', 'Baker', 'Bianchi', 'Carter', 'Chen', 'Cohen', 'Dubois', 'Evans', 'Fischer', 'Garcia'],
    ...['Haddad', 'Hughes', 'Ibrahim', 'Jansen', 'Kapoor', 'Kim', 'Lee', 'Lopez', 'Martin', 'Mensah', 'Moreau'],
    ...['Nguyen', 'Novak', 'Okafor', 'Patel', 'Quinn', 'Rossi', 'Santos', 'Schmidt', 'Singh', 'Tanaka', 'Walker'],
  ),
};

const otherCultures: Culture[] = [
  {
    given: [
      ['Zoë', 'zoe'],
      ['Jürgen', 'juergen'],
      ['Björn', 'bjoern'],
      ['Åsa', 'asa'],
      ['Søren', 'soeren'],
    ],
    family: [
      ['Müller', 'mueller'],
      ['Größe', 'groesse'],
      ['Öberg', 'oberg'],
      ['Ångström', 'angstroem'],
    ],
  },
  {
    given: [
      ['José', 'jose'],
      ['Inês', 'ines'],
      ['Íñigo', 'inigo'],
      ['François', 'francois'],
      ['Chloé', 'chloe'],
    ],
    family: [
      ['Muñoz', 'munoz'],
      ['Gonçalves', 'goncalves'],
      ['Lefèvre', 'lefevre'],
      ['O’Neill', 'oneill'],
    ],
  },
  {
    given: [
      ['Łukasz', 'lukasz'],
      ['Şeyma', 'seyma'],
      ['Đorđe', 'djordje'],
      ['Ștefan', 'stefan'],
      ['Žofie', 'zofie'],
    ],
    family: [
      ['Wójcik', 'wojcik'],
      ['Yıldız', 'yildiz'],
      ['Dvořák', 'dvorak'],
      ['Kovačević', 'kovacevic'],
    ],
  },
  {
    given: [
      ['Ольга', 'olga'],
      ['Дмитро', 'dmytro'],
      ['Ελένη', 'eleni'],
      ['Юлия', 'yulia'],
    ],
    family: [
      ['Петренко', 'petrenko'],
      ['Иванова', 'ivanova'],
      ['Παπαδοπούλου', 'papadopoulou'],
    ],
  },
  {
    given: [
      ['さくら', 'sakura'],
      ['健太', 'kenta'],
      ['美玲', 'meiling'],
      ['𠮷彦', 'yoshihiko'],
    ],
    family: [
      ['田中', 'tanaka'],
      ['佐藤', 'sato'],
      ['王', 'wang'],
      ['高橋', 'takahashi'],
    ],
    familyFirst: true,
  },
  {
    given: [
      ['نور', 'nour'],
      ['يوسف', 'yousef'],
      ['מאיה', 'maya'],
      ['प्रिया', 'priya'],
      ['지우', 'jiwoo'],
    ],
    family: [
      ['الحسن', 'alhasan'],
      ['חדד', 'hadad'],
      ['शर्मा', 'sharma'],
      ['박', 'park'],
    ],
  },
];

/** A name; about one in seven is not plain ASCII. */
export function makeName(random: () => number): PersonName {
  const culture = random() < 1 / 7 ? pick(random, otherCultures) : asciiCulture;
  const [givenName, givenLatin] = pick(random, culture.given);
  const [surname, surnameLatin] = pick(random, culture.family);
  const displayName = culture.familyFirst ? `${surname}${givenName}` : `${givenName} ${surname}`;
  return { givenName, surname, displayName, mailName: `${givenLatin}.${surnameLatin}` };
}

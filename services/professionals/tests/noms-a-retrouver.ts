/** Five hundred invented people, each asked in a way that people write names, among thousands who bear nearly the same. */
export interface NomARetrouver {
  readonly cas: string;
  readonly nom: string;
  readonly prenom: string;
  readonly recherche: string;
}

/** Always the same numbers, so that a case that fails today fails again tomorrow. */
function tirage(graine: number): (maximum: number) => number {
  let etat = graine;
  return (maximum) => {
    etat = (etat * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((etat / 2_147_483_648) * maximum);
  };
}

const DEBUTS =
  "Bar Ber Cha Cor Dau Del Fou Gal Gué Har Jou Lam Lévi Mal Mon Nor Pas Per Ques Rou Sau Ter Val Vau".split(" ");
const MILIEUX = "bi che de fo ga li ma na pi qui ra si tè vou zé".split(" ");
const FINS = "ac ais ard aud bert çon det eau elle ence euil gnac ières let mont neau quet rand tier ville".split(" ");
const PRENOMS =
  "Adèle Agnès Aïcha Anaïs Aurélien Baptiste Béatrice Benoît Cécile Chloé Clément Damien Élise Étienne Éloïse Fabien Françoise Gaëlle Gérard Hélène Inès Jérôme Joël Léa Maël Noémie Océane Rémi Théo Zoé".split(
    " ",
  );
const COMPOSES = "Anne-Laure Jean-Baptiste Jean-Noël Marie-Hélène Pierre-Yves Marie-José".split(" ");

const sansAccents = (texte: string) =>
  texte.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("Œ", "OE");
const simple = (texte: string) => sansAccents(texte).toLowerCase();
const choisir = <T>(liste: readonly T[], rang: number): T => liste[rang % liste.length] as T;

/** The nth family name: no two are the same, many look alike. */
const famille = (rang: number): string =>
  choisir(DEBUTS, rang) +
  choisir(MILIEUX, Math.floor(rang / DEBUTS.length)) +
  choisir(FINS, rang * 7 + Math.floor(rang / 24));

const FAUTES: readonly ((mot: string, ou: number) => string)[] = [
  (mot, ou) => mot.slice(0, ou) + mot.slice(ou + 1),
  (mot, ou) => mot.slice(0, ou) + choisir([..."aeiourstln"], ou * 3 + mot.length) + mot.slice(ou + 1),
  (mot, ou) => mot.slice(0, ou) + (mot[ou] ?? "") + mot.slice(ou),
  (mot, ou) => mot.slice(0, ou - 1) + (mot[ou] ?? "") + (mot[ou - 1] ?? "") + mot.slice(ou + 1),
];

/** A letter that the word does not begin with. */
const autreLettre = (mot: string): string => (mot.startsWith("n") ? "m" : "n");

type Cas = (
  nom: string,
  prenom: string,
  autre: string,
  tirer: (maximum: number) => number,
) => Omit<NomARetrouver, "cas">;

const PARTICULES = ["de ", "du ", "de la ", "d'", "le ", "La ", "des ", "Van der ", "El "] as const;
const particule = (tirer: (maximum: number) => number) => choisir(PARTICULES, tirer(PARTICULES.length));
const colle = (texte: string) => simple(texte).replace(/[^a-z]/g, "");

/** Each way of writing, from the person to how the person is asked. */
const CAS: Readonly<Record<string, Cas>> = {
  "accents et casse": (nom, prenom) => ({
    nom: nom.toUpperCase(),
    prenom,
    recherche: `${simple(nom)} ${simple(prenom)}`,
  }),
  "ordre des mots": (nom, prenom) => ({ nom, prenom, recherche: `${prenom} ${nom}` }),
  "titre devant le nom": (nom, prenom) => ({ nom, prenom, recherche: `Dr ${prenom} ${nom.toUpperCase()}` }),
  "prénom composé": (nom, _, __, tirer) => {
    const prenom = choisir(COMPOSES, tirer(COMPOSES.length));
    const ecrit = choisir([simple(prenom).replace("-", " "), colle(prenom), prenom.toUpperCase()], tirer(3));
    return { nom, prenom, recherche: `${nom} ${ecrit}` };
  },
  apostrophe: (nom, prenom, _, tirer) => {
    const lettre = choisir(["L", "D", "O", "N"], tirer(4));
    const ecrit = choisir([`${lettre}'${nom}`, `${lettre} ${nom}`, `${lettre}${nom}`, nom], tirer(4));
    return { nom: `${lettre}${choisir(["'", "’"], tirer(2))}${nom}`, prenom, recherche: simple(`${ecrit} ${prenom}`) };
  },
  "particule omise ou collée": (nom, prenom, _, tirer) => {
    const entier = `${particule(tirer)}${nom}`;
    const ecrit = choisir([nom, colle(entier), entier.replaceAll(" ", "-")], tirer(3));
    return { nom: entier.toUpperCase(), prenom, recherche: `${prenom} ${ecrit}` };
  },
  "particule ajoutée ou détachée": (nom, prenom, _, tirer) => {
    const lue = particule(tirer);
    return { nom: choisir([nom, colle(`${lue}${nom}`)], tirer(2)), prenom, recherche: `${lue}${nom} ${prenom}` };
  },
  "Saint et Sainte": (nom, prenom, _, tirer) => {
    const entiers = ["Saint-", "Sainte-", "St ", "Ste-"] as const;
    const ecrits = [
      ["St ", "st-", "Saint "],
      ["Ste ", "Sainte "],
      ["Saint-", "saint"],
      ["Sainte ", "ste "],
    ] as const;
    const lequel = tirer(entiers.length);
    const ecrit = choisir<string>(choisir<readonly string[]>(ecrits, lequel), tirer(3));
    return { nom: `${choisir(entiers, lequel)}${nom}`, prenom, recherche: `${ecrit}${nom} ${prenom}` };
  },
  "débuts de mots": (nom, prenom) => ({
    nom,
    prenom,
    recherche: `${simple(nom).slice(0, 6)} ${simple(prenom).slice(0, 3)}`,
  }),
  "un seul des deux noms": (nom, prenom, autre, tirer) => ({
    nom: `${nom}-${autre}`,
    prenom,
    recherche: `${prenom} ${choisir([nom, autre], tirer(2))}`,
  }),
  "deux noms pour un seul": (nom, prenom, autre, tirer) => ({
    nom,
    prenom,
    recherche: choisir(
      [`${autre}-${nom} ${prenom}`, `${nom} ${autre} ${prenom}`, `${prenom} ${autre} née ${nom}`],
      tirer(3),
    ),
  }),
  "une faute": (nom, prenom, _, tirer) => {
    const mot = simple(nom);
    const faute = choisir(FAUTES, tirer(FAUTES.length))(mot, 1 + tirer(mot.length - 2));
    return { nom, prenom, recherche: `${faute} ${prenom}` };
  },
  "deux fautes": (nom, prenom, _, tirer) => {
    const mot = simple(nom);
    const une = choisir(FAUTES, tirer(FAUTES.length))(mot, 1 + tirer(2));
    const deux = choisir(FAUTES, tirer(FAUTES.length))(une, une.length - 2);
    return { nom, prenom, recherche: `${prenom} ${deux}` };
  },
  "une faute à la première lettre": (nom, prenom, _, tirer) => {
    const mot = simple(nom);
    const faute = choisir(
      [mot.slice(1), `${autreLettre(mot)}${mot.slice(1)}`, `${autreLettre(mot)}${mot}`, `${mot[0]}${mot}`],
      tirer(4),
    );
    return { nom, prenom, recherche: `${faute} ${prenom}` };
  },
  "une faute au prénom": (nom, prenom, _, tirer) => {
    const mot = simple(prenom);
    const faute = choisir(FAUTES, tirer(FAUTES.length))(mot, 1 + tirer(mot.length - 2));
    return { nom, prenom, recherche: choisir([`${faute} ${nom}`, `${simple(nom)} ${faute}`], tirer(2)) };
  },
  "double nom, autrement joint ou retourné": (nom, prenom, autre, tirer) => {
    const ecrit = choisir([`${nom} ${autre}`, `${autre}-${nom}`, `${autre} ${nom}`, simple(nom + autre)], tirer(4));
    return { nom: `${nom}-${autre}`.toUpperCase(), prenom, recherche: `${prenom} ${ecrit}` };
  },
  "une faute dans un double nom": (nom, prenom, autre, tirer) => {
    const mot = simple(autre);
    const faute = choisir(FAUTES, tirer(FAUTES.length))(mot, 1 + tirer(mot.length - 2));
    return { nom: `${nom}-${autre}`, prenom, recherche: `${simple(nom)} ${faute} ${simple(prenom)}` };
  },
  "une faute sous une particule ou un saint": (nom, prenom, _, tirer) => {
    const avant = choisir(["de ", "Saint-", "d'", "Le "], tirer(4));
    const mot = simple(nom);
    const faute = choisir(FAUTES, tirer(FAUTES.length))(mot, 1 + tirer(mot.length - 2));
    return { nom: `${avant}${nom}`, prenom, recherche: `${prenom} ${avant.replace("Saint-", "st ")}${faute}` };
  },
  ligature: (nom, prenom, _, tirer) => ({
    nom: `${choisir(["Cœ", "Bœ", "Œ", "Læ"], tirer(4))}${nom.toLowerCase()}`,
    prenom,
    recherche: "",
  }),
};

/** The five hundred, in turn of each way of writing. */
export function nomsARetrouver(nombre = 500): NomARetrouver[] {
  const tirer = tirage(20_261_122);
  const cas = Object.entries(CAS);
  return Array.from({ length: nombre }, (_, rang) => {
    const [nomDuCas, ecrire] = choisir(cas, rang);
    const personne = ecrire(famille(rang), choisir(PRENOMS, tirer(PRENOMS.length)), famille(rang + 1_000), tirer);
    const recherche = personne.recherche === "" ? simple(`${personne.prenom} ${personne.nom}`) : personne.recherche;
    return { cas: nomDuCas, ...personne, recherche };
  });
}

/** People who look like them: the same family under other first names, the same first name in near families. */
export function sosies(personnes: readonly NomARetrouver[]): { nom: string; prenom: string }[] {
  return personnes.flatMap(({ nom, prenom }, rang) => [
    ...[1, 5, 9, 13, 17].map((ecart) => ({ nom, prenom: choisir(PRENOMS, PRENOMS.indexOf(prenom) + ecart + 30) })),
    { nom: `${nom}et`, prenom },
    { nom: `${nom.slice(0, -1)}x`, prenom: choisir(PRENOMS, rang) },
    { nom: famille(rang + 2_000), prenom },
    { nom: `${famille(rang + 2_500)}-${nom}`, prenom: choisir(PRENOMS, rang + 3) },
    { nom: choisir(["MARTIN", "BERNARD", "PETIT", "LEROY", "MARTINEZ"], rang), prenom },
  ]);
}

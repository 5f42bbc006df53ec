/** Luhn : de droite à gauche, un chiffre sur deux est doublé ; la somme des chiffres obtenus est un multiple de dix. */
function luhn(chiffres: string): boolean {
  const somme = [...chiffres].toReversed().reduce((total, chiffre, rang) => {
    const pese = Number(chiffre) * (rang % 2 === 0 ? 1 : 2);
    return total + (pese > 9 ? pese - 9 : pese);
  }, 0);
  return somme % 10 === 0;
}

/** RPPS: 11 digits, the last one a Luhn key. Source: ANS, description of the open extraction. */
export function rppsValide(valeur: string): boolean {
  return /^\d{11}$/.test(valeur) && luhn(valeur);
}

/** The 11-digit RPPS of a value given as 11 digits or as the national 12 (« 8 » + RPPS); `null` when it is neither, or its key is wrong. */
export function normaliserRpps(valeur: string): string | null {
  const nu = valeur.trim();
  const rpps = nu.length === 12 && nu.startsWith("8") ? nu.slice(1) : nu;
  return rppsValide(rpps) ? rpps : null;
}

/** FINESS : 9 caractères, clé de Luhn ; en Corse la lettre de 2A compte pour 1 et celle de 2B pour 2. */
export function finessValide(valeur: string): boolean {
  return /^(?:\d{9}|2[AB]\d{7})$/.test(valeur) && luhn(valeur.replace("A", "1").replace("B", "2"));
}

/** SIREN of La Poste: too many post offices for Luhn keys, so a plain digit sum divisible by five is accepted too. */
const SIREN_LA_POSTE = "356000000";

/** SIRET : 14 chiffres, clé de Luhn, sauf les établissements de La Poste (somme simple multiple de cinq). */
export function siretValide(valeur: string): boolean {
  if (!/^\d{14}$/.test(valeur)) return false;
  if (luhn(valeur)) return true;
  return (
    valeur.startsWith(SIREN_LA_POSTE) && [...valeur].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0
  );
}

/** The shape of a commune's INSEE code: a département that exists (2A and 2B, never 20 nor 96), then three digits. */
export function codeInseeValide(valeur: string): boolean {
  return /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-578])\d{3}$/.test(valeur);
}

/** The département of a commune: two characters, three overseas (97x, 98x). Takes a code that `codeInseeValide` accepts. */
export function departementDeCommune(codeInsee: string): string {
  return codeInsee.slice(0, /^9[78]/.test(codeInsee) ? 3 : 2);
}

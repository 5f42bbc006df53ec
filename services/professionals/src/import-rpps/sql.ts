import type pg from "pg";

/** A value as JSON writes it, `null` included; the same text as `JSON.stringify`. */
export const sqlJson = (valeur: string, booleen = false): string =>
  `coalesce(${booleen ? `(${valeur})::text` : `to_json((${valeur})::text)::text`}, 'null')`;

/** An array of texts that came from a file, escaped. */
export const sqlListe = (client: pg.Client, valeurs: readonly string[]): string =>
  `array[${valeurs.map((valeur) => client.escapeLiteral(valeur)).join(", ")}]::text[]`;

/** Luhn over a text of `longueur` digits: from the right, every other digit counts double, less nine above nine. */
function sqlLuhn(chiffres: string, longueur: number): string {
  const poids = Array.from({ length: longueur }, (_, rang) => {
    const chiffre = `substr(${chiffres}, ${rang + 1}, 1)`;
    const double = (longueur - rang) % 2 === 0;
    return `ascii(${double ? `translate(${chiffre}, '0123456789', '0246813579')` : chiffre})`;
  });
  return `(${poids.join(" + ")} - ${longueur} * ascii('0')) % 10 = 0`;
}

/** Whether a text is an RPPS: eleven digits, the last one a Luhn key (as `rppsValide` of the code lists). */
export const sqlRppsValide = (rpps: string): string =>
  `coalesce(case when ${rpps} ~ '^[0-9]{11}$' then ${sqlLuhn(rpps, 11)} end, false)`;

/** Whether a text is a FINESS: nine characters, a Luhn key; in Corsica A counts for 1 and B for 2 (as `finessValide`). */
export const sqlFinessValide = (finess: string): string =>
  `coalesce(case when ${finess} ~ '^([0-9]{9}|2[AB][0-9]{7})$' then ${sqlLuhn(`translate(${finess}, 'AB', '12')`, 9)} end, false)`;

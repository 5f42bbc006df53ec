import type pg from "pg";

/**
 * Keeps the planner from computing an expression again at each of its uses. Written as a typed constant: a plain
 * `offset 0` would keep it from sharing the work between cores too.
 */
export const BARRIERE = "offset bigint '0'";

/**
 * Short hash of an array of texts as JSON writes it, the same as the first versions took of `JSON.stringify`: the ids that
 * were given hold.
 */
export const sqlCle = (valeurs: readonly string[]): string =>
  `left(encode(sha256(convert_to(to_json(array[${valeurs.join(", ")}])::text, 'UTF8')), 'hex'), 24)`;

/** An array of texts that came from a file, escaped. */
export const sqlListe = (client: pg.Client, valeurs: readonly string[]): string =>
  `array[${valeurs.map((valeur) => client.escapeLiteral(valeur)).join(", ")}]::text[]`;

/** Luhn over a number of `longueur` digits: from the right, every other digit counts double, less nine above nine. */
function sqlLuhn(nombre: string, longueur: number): string {
  const poids = Array.from({ length: longueur }, (_, rang) => {
    const chiffre = `${nombre} / 1${"0".repeat(rang)} % 10`;
    return rang % 2 === 0 ? chiffre : `(${chiffre}) * 2 - (${chiffre}) / 5 * 9`;
  });
  return `coalesce((${poids.join(" + ")}) % 10 = 0, false)`;
}

/** A text as the number that `sqlRppsValide` checks: eleven digits, after the « 8 » of the national form if it is there. */
export const sqlNombreRpps = (identifiant: string): string =>
  `case when ${identifiant} ~ '^8?[0-9]{11}$' then right(${identifiant}, 11)::bigint end`;

/** Whether it is an RPPS: the last digit is a Luhn key (as `rppsValide` of the code lists). */
export const sqlRppsValide = (nombre: string): string => sqlLuhn(nombre, 11);

/** The same of a FINESS: nine characters; in Corsica A counts for 1 and B for 2 (as `finessValide`). */
export const sqlNombreFiness = (finess: string): string =>
  `case when ${finess} ~ '^([0-9]{9}|2[AB][0-9]{7})$' then translate(${finess}, 'AB', '12')::bigint end`;

export const sqlFinessValide = (nombre: string): string => sqlLuhn(nombre, 9);

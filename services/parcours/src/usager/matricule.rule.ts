const MATRICULE = /^\d{5}(\d{2}|2[AB])\d{8}$/;
const CLE_MODULO = 97n;
/** In Corsica, 2A counts for 19 and 2B for 18 (NIR). */
const CORSE: Readonly<Record<string, string>> = { "2A": "19", "2B": "18" };

/** A NIR of fifteen characters whose key is 97 minus the rest by 97 of the thirteen first ones. */
export function matriculeValide(matricule: string): boolean {
  if (!MATRICULE.test(matricule)) return false;
  const departement = matricule.slice(5, 7);
  const numero = matricule.slice(0, 5) + (CORSE[departement] ?? departement) + matricule.slice(7, 13);
  return CLE_MODULO - (BigInt(numero) % CLE_MODULO) === BigInt(matricule.slice(13));
}

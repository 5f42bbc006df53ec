/** The digit that makes the Luhn sum of `debut` + digit a multiple of ten. */
function cleDeLuhn(debut: string): string {
  const somme = [...debut].reverse().reduce((total, chiffre, rang) => {
    const double = Number(chiffre) * (rang % 2 === 0 ? 2 : 1);
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return String((10 - (somme % 10)) % 10);
}

/** In Corsica the letter of 2A counts as 1 and that of 2B as 2, as in FINESS's own keys. */
const avecCle = (debut: string): string => debut + cleDeLuhn(debut.replace("A", "1").replace("B", "2"));

/** An invented RPPS number: 899 range, valid key. `rang` 0 to 9 999 999. */
export const rppsInvente = (rang: number): string => avecCle(`899${String(rang).padStart(7, "0")}`);

/** An invented FINESS number: département, then 9 (a range that real numbers do not reach), valid key. `rang` to 99 999. */
export const finessInvente = (departement: string, rang: number): string =>
  avecCle(`${departement}9${String(rang).padStart(5, "0")}`);

import DataLoader from "dataloader";

/** A loader that gives one row, or null, per key: `cleDe` says which key a row answers. */
export const chargeurUnique = <Ligne>(
  charger: (cles: readonly string[]) => Promise<readonly Ligne[]>,
  cleDe: (ligne: Ligne) => string,
): DataLoader<string, Ligne | null> =>
  new DataLoader(async (cles) => {
    const parCle = new Map((await charger(cles)).map((ligne) => [cleDe(ligne), ligne]));
    return cles.map((cle) => parCle.get(cle) ?? null);
  });

/** A loader that gives the rows of each key, in the order of the query. */
export const chargeurDeListes = <Ligne>(
  charger: (cles: readonly string[]) => Promise<readonly Ligne[]>,
  cleDe: (ligne: Ligne) => string,
): DataLoader<string, Ligne[]> =>
  new DataLoader(async (cles) => {
    const parCle = Map.groupBy(await charger(cles), cleDe);
    return cles.map((cle) => parCle.get(cle) ?? []);
  });

/** One loader per set of arguments (a date, a page): the same arguments share one statement, whatever the keys. */
export function parArguments<Arguments extends object, Chargeur>(
  creer: (arguments_: Arguments) => Chargeur,
): (arguments_: Arguments) => Chargeur {
  const chargeurs = new Map<string, Chargeur>();
  return (arguments_) => {
    const cle = JSON.stringify(arguments_);
    const chargeur = chargeurs.get(cle) ?? creer(arguments_);
    chargeurs.set(cle, chargeur);
    return chargeur;
  };
}

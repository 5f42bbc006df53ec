/** Ce qu'il faut savoir d'une activité pour dire ce que l'on exerce aussi ailleurs. */
export interface ActivitePossible {
  readonly id: string;
  readonly codeProfession: string;
  readonly codeSavoirFaire: string | null;
  readonly soignante: boolean;
  readonly declaree: boolean;
}

/**
 * L'activité qu'une personne exerce aussi dans un lieu déclaré : celle que l'on désigne, sinon la seule qu'elle ait. Celles du
 * répertoire avant celles déclarées, celles de soins avant les autres. `INCONNUE` : ce n'est pas une des siennes.
 * `AMBIGUE` : plusieurs professions ou savoir-faire, il faut désigner.
 */
export function activiteDOrigine<Activite extends ActivitePossible>(
  activites: readonly Activite[],
  designee: string | null,
): Activite | "INCONNUE" | "AMBIGUE" {
  if (designee !== null) return activites.find(({ id }) => id === designee) ?? "INCONNUE";
  const duRepertoire = siNonVide(
    activites.filter(({ declaree }) => !declaree),
    activites,
  );
  const deSoins = siNonVide(
    duRepertoire.filter(({ soignante }) => soignante),
    duRepertoire,
  );
  const exercices = new Set(
    deSoins.map(({ codeProfession, codeSavoirFaire }) => `${codeProfession} ${codeSavoirFaire}`),
  );
  const [premiere] = deSoins;
  if (premiere === undefined) return "INCONNUE";
  return exercices.size > 1 ? "AMBIGUE" : premiere;
}

const siNonVide = <Activite>(choisies: readonly Activite[], sinon: readonly Activite[]): readonly Activite[] =>
  choisies.length > 0 ? choisies : sinon;

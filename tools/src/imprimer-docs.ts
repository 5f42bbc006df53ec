import { pageDesDelegations } from "@coordination/delegations";
import { BAREME, pageDesParcours } from "@coordination/parcours";
import { principes as principesProfessionnels, regles as reglesProfessionnels } from "@coordination/professionals";
import type { Principe, Regle } from "@coordination/rules";
import { CATALOGUE_DES_ERREURS } from "@coordination/server-kit";
import { principes as principesStructures, regles as reglesStructures } from "@coordination/structures";

/** What a page needs of a rule: its words, not its functions. */
type ReglePublique = Pick<Regle<never>, "regle" | "intitule" | "source" | "relueLe"> & {
  readonly conditions: readonly { readonly code: string; readonly libelle: string }[];
};

const ENGENDREE = "Page engendrée par `npm run docs` : ne pas la modifier à la main.";

/** The generated pages of `docs/`: name → text. */
export const imprimerDocs = (): ReadonlyMap<string, string> =>
  new Map([
    ["regles.md", pageDesRegles()],
    ["delegations.md", `# Les délégations de tâches\n\n${ENGENDREE} ${pageDesDelegations()}`],
    ["parcours.md", `# Les parcours complexes\n\n${ENGENDREE} ${pageDesParcours()}`],
    ["erreurs.md", pageDesErreurs()],
  ]);

function pageDesRegles(): string {
  return [
    "# Les règles",
    "",
    `${ENGENDREE} Ce sont les phrases mêmes que l'API évalue et rend. Une règle dit OUI quand toutes ses conditions sont remplies, NON`,
    "dès qu'une ne l'est pas, INCONNU sinon : un fait qui manque ne vaut jamais OUI.",
    "",
    "## Structures",
    "",
    ...reglesStructures.map(section),
    "## Ce que l'annuaire des structures tient pour vrai",
    "",
    "Des phrases qui ne jugent pas un dossier : ce qui vaut de toute structure d'un type, et comment l'annuaire lit ce qu'on lui déclare.",
    "",
    ...principesStructures.map(sectionDePrincipe),
    "## Professionnels",
    "",
    ...reglesProfessionnels.map(section),
    "## Ce que l'annuaire des professionnels tient pour vrai",
    "",
    ...principesProfessionnels.map(sectionDePrincipe),
    "Les délégations, dont chaque fiche est aussi une règle, ont leur page : [delegations.md](delegations.md).",
    "",
    "## Classement des propositions",
    "",
    ...bareme(),
    "",
  ].join("\n");
}

const section = ({ regle, intitule, source, relueLe, conditions }: ReglePublique): string =>
  [
    `### ${intitule}`,
    "",
    ...conditions.map(({ code, libelle }) => `- ${libelle} (\`${code}\`)`),
    "",
    `Règle \`${regle}\`. Source : ${source}. Relue le ${relueLe}.`,
    "",
  ].join("\n");

const sectionDePrincipe = ({ principe, intitule, phrases, source, relueLe }: Principe): string =>
  [
    `### ${intitule}`,
    "",
    ...phrases.map((phrase) => `- ${phrase}`),
    "",
    `Principe \`${principe}\`. Source : ${source}. Relu le ${relueLe}.`,
    "",
  ].join("\n");

function bareme(): string[] {
  const termes = Object.entries({ ...BAREME.termes, ...BAREME.annuaire });
  return [
    `Barème \`${BAREME.id}\`. Une autre pondération est une autre version.`,
    "",
    ...BAREME.ordre.map((phrase) => `- ${phrase}`),
    `- La proximité vaut la moitié de ses points à cette distance : ${demiPortees()}.`,
    "",
    "| motif | effet | points | phrase |",
    "|---|---|---|---|",
    ...termes.map(([code, { effet, poids, libelle }]) => `| \`${code}\` | ${effet} | ${poids} | ${libelle} |`),
  ];
}

const demiPortees = (): string =>
  Object.entries(BAREME.demiPortees)
    .map(([modalite, km]) => `\`${modalite}\` ${km === null ? "ne compte pas" : `${km} km`}`)
    .join(", ");

const pageDesErreurs = (): string =>
  [
    "# Les erreurs",
    "",
    `${ENGENDREE} Une erreur porte une phrase en français et \`extensions.code\`. Aucune donnée personnelle n'y figure.`,
    "",
    "| code | quand | message par défaut |",
    "|---|---|---|",
    ...Object.entries(CATALOGUE_DES_ERREURS).map(
      ([code, { quand, message }]) => `| \`${code}\` | ${quand} | ${message} |`,
    ),
    "",
  ].join("\n");

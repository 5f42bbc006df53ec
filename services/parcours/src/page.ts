import { PASSAGES_DU_DOSSIER } from "./dossier/etats.ts";
import { etatsSuivants, type Passage } from "./etats/table.ts";
import { PASSAGES_DE_L_ORIENTATION } from "./orientation/etats.ts";

type Table = readonly Passage<string, string, string>[];

/** Les tables d'états telles qu'une équipe les relit, en Markdown : un dessin, et chaque passage en une phrase. */
export const pageDesParcours = (): string =>
  [
    "Les états sont arrêtés ici ; les mutations qui les font avancer ne sont pas encore exposées.",
    "",
    "## Le dossier d'appui",
    "",
    "Il naît d'une demande reçue par le DAC de la commune. L'équipe du DAC seule le fait avancer.",
    "",
    ...dessin(PASSAGES_DU_DOSSIER, "DEMANDE_RECUE"),
    ...lignes(PASSAGES_DU_DOSSIER),
    "## L'orientation",
    "",
    "Elle se lit des deux côtés : l'émetteur et le destinataire. Le service agit seul aux échéances, et quand un autre destinataire",
    "d'une diffusion a accepté.",
    "",
    ...dessin(PASSAGES_DE_L_ORIENTATION, "ENVOYEE"),
    ...lignes(PASSAGES_DE_L_ORIENTATION),
  ].join("\n");

function dessin(table: Table, initial: string): string[] {
  const fleches = table.flatMap((passage) =>
    passage.vers === null
      ? []
      : passage.de.flatMap((etat) =>
          etatsSuivants(passage, etat).map((suivant) => `  ${etat} --> ${suivant}: ${passage.action}`),
        ),
  );
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${initial}`, ...fleches, "```", ""];
}

function lignes(table: Table): string[] {
  return [
    "| action | de | vers | par | ce que cela fait |",
    "| --- | --- | --- | --- | --- |",
    ...table.map((passage) => {
      const vers = passage.vers === null ? "le même état" : etatsSuivants(passage, passage.de[0] ?? "").join(", ");
      return `| \`${passage.action}\` | ${passage.de.join(", ")} | ${vers} | ${passage.par.join(", ")} | ${passage.libelle} |`;
    }),
    "",
  ];
}

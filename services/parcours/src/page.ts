import { MEMOIRE } from "./classement/bareme.ts";
import { PASSAGES_DU_DOSSIER } from "./dossier/etats.ts";
import { PASSAGES_HORS_DOSSIER } from "./dossier/etats-hors-dossier.ts";
import { etatsSuivants, type Passage } from "./etats/table.ts";
import { DELAIS_DE_REPONSE, DELAIS_MAXIMUM, type Delai, URGENCES_ENVOYEES } from "./orientation/delais.rule.ts";
import { PASSAGES_DE_L_ORIENTATION } from "./orientation/etats.ts";

type Table = readonly Passage<string, string, string>[];

/** Les tables d'états telles qu'une équipe les relit, en Markdown : un dessin, et chaque passage en une phrase. */
export const pageDesParcours = (): string =>
  [
    "Les états, qui les fait avancer et en combien de temps : les mutations suivent ces tables.",
    "",
    "## Le dossier d'appui",
    "",
    "Il naît d'une demande reçue par le DAC de la commune. L'équipe du DAC seule le fait avancer.",
    "",
    ...dessin(PASSAGES_DU_DOSSIER, "DEMANDE_RECUE"),
    ...lignes(PASSAGES_DU_DOSSIER),
    "## Hors dossier",
    "",
    "Une CPTS, une MSP, toute autre structure, un DAC aussi, ou un professionnel en son nom peut orienter quelqu'un sans dossier",
    "d'appui (`ajouterBesoin` sans `parcoursId`). Qui ajoute le besoin le porte : il en fait, et de lui seul, ce qui suit, aux mêmes",
    "règles que dans un dossier. Aucun DAC n'en est averti, personne n'en voit un dossier, et il n'y a pas d'état à faire avancer.",
    "",
    ...lignes(PASSAGES_HORS_DOSSIER),
    "## L'orientation",
    "",
    "Elle se lit des deux côtés : l'émetteur et le destinataire. Le service agit seul aux échéances, quand un autre destinataire",
    "d'une diffusion a accepté ou s'est désisté, et quand le dossier se ferme ; chaque orientation qu'il change a son événement.",
    "",
    ...dessin(PASSAGES_DE_L_ORIENTATION, "ENVOYEE"),
    ...lignes(PASSAGES_DE_L_ORIENTATION),
    "## Le délai de réponse",
    "",
    "Il court depuis l'envoi, selon l'urgence du besoin. À la moitié, le destinataire est relancé ; à la fin, l'orientation est",
    "sans réponse. Les heures courent jour et nuit ; les jours ouvrés, du lundi au vendredi hors jours fériés, sont ceux du",
    "département où vit la personne. Aucun texte ne fixe ces délais. Un DAC peut fixer les siens (`ajusterDelais`), d'un au plus long ;",
    "ce qui est déjà envoyé garde le sien.",
    "",
    "| urgence | délai de réponse | le plus long qu'un DAC peut fixer |",
    "| --- | --- | --- |",
    `| \`VITALE\` | ${direDelai(DELAIS_DE_REPONSE.VITALE)} | |`,
    ...URGENCES_ENVOYEES.map(
      (urgence) =>
        `| \`${urgence}\` | ${direDelai(DELAIS_DE_REPONSE[urgence])} | ${direDelai(DELAIS_MAXIMUM[urgence])} |`,
    ),
    "",
    "## Un consentement qui prend fin",
    "",
    "La personne peut borner son accord (`valableJusquAu`). À cet instant plus rien n'est dit d'elle sur lui, par le seul calcul ; l'histoire",
    "du dossier le dit une fois, à la passe suivante de l'horloge. Un accord donné avant celui qui prend fin ne revit pas ; un refus, si.",
    "L'équipe de soins, elle, ne perd rien : ne plus rien dire n'est pas s'opposer.",
    "",
    "## Ce qu'un refus change",
    "",
    "Le motif codé agit sur le classement suivant, quelle que soit l'équipe qui cherche. Accepter ensuite efface le refus. Les poids",
    "de tous les termes sont dans [les règles](regles.md).",
    "",
    "| motif du refus ou du désistement | conséquence |",
    "| --- | --- |",
    `| \`CAPACITE_ATTEINTE\` | écarté, ${MEMOIRE.joursDEcartApresCapacite} jours au plus |`,
    "| `HORS_COMPETENCE` | écarté pour les actes que le besoin demandait |",
    "| `HORS_TERRITOIRE` | écarté pour la commune du besoin |",
    "| les autres | aucune : ils parlent de la personne, du dossier ou de l'instant |",
    "",
  ].join("\n");

function direDelai(delai: Delai | null): string {
  if (delai === null) return "ne s'envoie jamais : on appelle le 15";
  return "heures" in delai ? `${delai.heures} heures` : `${delai.joursOuvres} jours ouvrés`;
}

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

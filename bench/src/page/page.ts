import type { LatenceAnnuaire } from "../mesure/annuaire.ts";
import type { MesureAnnuaire, MesureImport } from "../mesure/resultats.ts";
import { ecrireLeDuel } from "./duel.ts";
import { ecrireLImport } from "./import.ts";
import { compte, nombre, tableau } from "./nombres.ts";

const P95_MAXIMUM_MS = 150;

/** `docs/performance.md`: every figure comes from the run. */
export function ecrireLaPage(mesure: MesureAnnuaire, imports: MesureImport | null): string {
  const { le, machine, comptes, regime, duels, annuaire } = mesure;
  const { versions } = machine;
  return `${[
    "# Performances de l'annuaire, mesurées",
    `Page écrite par \`npm run bench -- annuaire\` le ${le.slice(0, 10)} à ${le.slice(11, 16)} (UTC) ; la relancer la réécrit. Les rapports se comparent d'une machine à l'autre, les valeurs absolues non.`,
    "## La machine et les données",
    [
      `- ${machine.processeur}, ${compte(machine.coeurs)} cœurs, ${compte(machine.memoireGo)} Go, ${machine.systeme} ; Node ${machine.node}, PostgreSQL ${machine.postgres} embarqué (${machine.reglages}).`,
      `- PostGraphile ${versions.postgraphile}, fastify ${versions.fastify}, pg ${versions.pg} ; client undici ${versions.undici}. Client, concurrents et PostgreSQL se partagent la machine.`,
      `- ${compte(comptes.activites)} activités de ${compte(comptes.personnes)} personnes, ${compte(comptes.structures)} structures, sur la grille réelle des communes. Les personnes sont inventées (numéros RPPS de la plage 899, clés valides) ; les villes pèsent leur population, les noms suivent une loi de Zipf, les parts des professions et des structures sont des ordres de grandeur arrondis à la main (\`bench/src/generateur/recensement-*.ts\`), non des statistiques. Les disponibilités sont inventées : un tiers des généralistes en déclare une, la moitié de ceux-là accepte de nouveaux patients.`,
      "- Les fichiers générés ont les formats publiés (RPPS 56 colonnes, FINESS etalab-cs1100507) et sont entrés par les importeurs de la maison.",
    ].join("\n"),
    "## Ce qui est mesuré",
    [
      `Trois concurrents, chacun dans son processus, sur le même PostgreSQL : notre passerelle montée comme par \`npm start\`, PostGraphile, et un point d'accès écrit à la main. Les deux autres répondent de tables faites pour eux (\`bench/sql/pair.sql\`) : les mêmes lignes, les index que ces deux questions demandent, une fonction SQL pour chacune. Aucun ne garde de réponse en mémoire ; chaque requête porte sur une autre commune ou un autre nom, tirés au prorata des habitants.`,
      `Les tranches de ${compte(regime.dureeMs / 1000)} s alternent d'un concurrent à l'autre, dans un ordre tiré au sort à chaque tour : ${compte(regime.chauffe)} tours de chauffe, puis ${compte(regime.tours)} tours comptés. À saturation, ${compte(regime.connexionsEnCharge)} connexions ; les latences sont prises avec ${compte(regime.connexionsEnPaix)} requêtes à la fois. Entre parenthèses, le plus petit et le plus grand des tours. Les rapports sont pris tour par tour.`,
    ].join("\n\n"),
    ...duels.map(ecrireLeDuel),
    "## Chaque requête de l'annuaire, quatre à la fois",
    "Un nom très fréquent, une fois trouvé tel, est retenu cinq minutes avec son compte plafonné : les latences de « début de nom » mêlent premières fois et suivantes. Aucune autre réponse ne l'est.",
    ecrireLesLatences(annuaire),
    IMPORT,
    ecrireLImport(imports),
    "## Ce que ces chiffres ne disent pas",
    [
      "- Ni le réseau, ni le chiffrement, ni la compression : tout se passe sur la boucle locale.",
      "- Les deux questions comparées sont anonymes, comme l'annuaire le permet ; les requêtes du tableau suivant portent un jeton, vérifié à chaque fois.",
      "- Le client tourne sur les mêmes cœurs : le débit à saturation est celui de la machine entière, pas du seul serveur. Le CPU par requête ne dépend pas de ce partage.",
      "- Une autre charge de la machine pendant la mesure élargit l'étendue des tours ; quand elle est large, seuls les rapports se lisent.",
      "- PostGraphile et le point d'accès n'ont ni droits, ni score de recherche tolérant aux fautes, ni fédération : ils ne font que répondre à ces deux questions.",
    ].join("\n"),
  ].join("\n\n")}\n`;
}

const IMPORT = "## Import";

/** The page with what an import measured since; the rest is left as it was. */
export function remplacerLImport(page: string, imports: MesureImport): string {
  const [avant = "", apres = ""] = page.split(`${IMPORT}\n\n`, 2);
  const suite = apres.slice(apres.indexOf("\n## "));
  return `${avant}${IMPORT}\n\n${ecrireLImport(imports)}\n${suite}`;
}

function ecrireLesLatences(annuaire: readonly LatenceAnnuaire[]): string {
  const lignes = annuaire.map(({ intitule, requetes, p50, p95, p99, refus }) =>
    refus === null
      ? [
          intitule,
          nombre(p50),
          nombre(p95),
          nombre(p99),
          compte(requetes),
          p95 <= P95_MAXIMUM_MS ? "tenu" : "**non tenu**",
        ]
      : [intitule, "", "", "", "0", `non mesurée : ${refus.replaceAll("|", "/").slice(0, 100)}`],
  );
  return tableau(
    ["requête", "p50 (ms)", "p95 (ms)", "p99 (ms)", "requêtes", `p95 attendu : ${compte(P95_MAXIMUM_MS)} ms au plus`],
    lignes,
  );
}

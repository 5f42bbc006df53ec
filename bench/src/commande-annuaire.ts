import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ouvrirLaBase } from "./base/ouvrir-base.ts";
import { DOSSIER } from "./dossier.ts";
import { type LatenceAnnuaire, mesurerLAnnuaire } from "./mesure/annuaire.ts";
import { type Duel, lancerTous, mesurer, type Question } from "./mesure/duel.ts";
import { tirerLEchantillon } from "./mesure/echantillon.ts";
import { createCompteur } from "./mesure/postgres.ts";
import type { Regime } from "./mesure/tournoi.ts";
import { ecrireEnTexte } from "./page/texte.ts";

export interface OptionsAnnuaire {
  readonly taille: number;
  readonly rapide: boolean;
  readonly refaire: boolean;
  readonly questions: readonly Question[];
  readonly annoncer: (phrase: string) => void;
}

/** Everything that one run found. */
export interface MesureAnnuaire {
  readonly le: string;
  readonly taille: number;
  readonly regime: Regime;
  readonly comptes: { readonly activites: number; readonly personnes: number; readonly structures: number };
  readonly duels: readonly Duel[];
  readonly annuaire: readonly LatenceAnnuaire[];
}

const COMPLET: Regime = { tours: 6, dureeMs: 8_000, connexionsEnCharge: 16, connexionsEnPaix: 4 };
const RAPIDE: Regime = { tours: 2, dureeMs: 1_500, connexionsEnCharge: 16, connexionsEnPaix: 4 };
const ECHANTILLON = 2_000;
const A_COMPARER = 150;

/** Measures the directory and returns what it found, also said on the terminal. */
export async function mesurerTout({
  taille,
  rapide,
  refaire,
  questions,
  annoncer,
}: OptionsAnnuaire): Promise<MesureAnnuaire> {
  const data = join(DOSSIER, ".data");
  const fermetures: (() => Promise<unknown>)[] = [];
  try {
    const base = await ouvrirLaBase(data, { taille, refaire, annoncer });
    fermetures.unshift(base.stop);
    const compteur = await createCompteur(base.adminUrl);
    fermetures.unshift(compteur.fermer);
    const lances = await lancerTous(base.adminUrl);
    fermetures.unshift(() => Promise.all(lances.map(({ arreter }) => arreter())));
    const regime = rapide ? RAPIDE : COMPLET;
    const echantillon = await tirerLEchantillon(base.adminUrl, ECHANTILLON);
    const duels: Duel[] = [];
    for (const question of questions) {
      annoncer(`Mesure côte à côte : ${question}…`);
      duels.push(await mesurer(question, lances, { echantillon, regime, compteur, aComparer: A_COMPARER }));
    }
    annoncer("Latences des requêtes de l'annuaire…");
    const url = lances.find(({ concurrent }) => concurrent.nom === "maison")?.url ?? "";
    const annuaire = await mesurerLAnnuaire(url, base.adminUrl, {
      connexions: regime.connexionsEnPaix,
      dureeMs: rapide ? 1_000 : 6_000,
    });
    const { activites, personnes, structures } = base.fichiers;
    const comptes = { activites, personnes, structures };
    const mesure = { le: new Date().toISOString(), taille, regime, comptes, duels, annuaire };
    annoncer(ecrireEnTexte(mesure));
    await mkdir(join(data, "resultats"), { recursive: true });
    await writeFile(join(data, "resultats", `annuaire-${taille}.json`), JSON.stringify(resumer(mesure), null, 2));
    return mesure;
  } finally {
    for (const fermer of fermetures) await fermer();
  }
}

/** Histograms hold their figures in methods: as plain numbers for the file. */
const resumer = (mesure: MesureAnnuaire): object => ({
  ...mesure,
  duels: mesure.duels.map((duel) => ({
    ...duel,
    resultats: duel.resultats.map(({ latences, ...resultat }) => ({
      ...resultat,
      p50: latences.percentile(50) / 1000,
      p95: latences.percentile(95) / 1000,
      p99: latences.percentile(99) / 1000,
    })),
  })),
});

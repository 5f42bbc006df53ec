import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ouvrirLaBase } from "./base/ouvrir-base.ts";
import { lireLImport } from "./commande-import.ts";
import { maison } from "./concurrents/maison.ts";
import { DOSSIER, PAGE } from "./dossier.ts";
import { mesurerLAnnuaire } from "./mesure/annuaire.ts";
import { type Duel, lancerTous, mesurer, type Question } from "./mesure/duel.ts";
import { tirerLEchantillon } from "./mesure/echantillon.ts";
import { createCompteur } from "./mesure/postgres.ts";
import type { MesureAnnuaire } from "./mesure/resultats.ts";
import type { Regime } from "./mesure/tournoi.ts";
import { decrireLaMachine } from "./page/machine.ts";
import { ecrireLaPage } from "./page/page.ts";
import { ecrireEnTexte } from "./page/texte.ts";

export interface OptionsAnnuaire {
  readonly taille: number;
  readonly rapide: boolean;
  readonly refaire: boolean;
  readonly questions: readonly Question[];
  readonly annoncer: (phrase: string) => void;
}

const COMPLET: Regime = { chauffe: 3, tours: 4, dureeMs: 5_000, connexionsEnCharge: 16, connexionsEnPaix: 4 };
const RAPIDE: Regime = { chauffe: 1, tours: 2, dureeMs: 1_500, connexionsEnCharge: 16, connexionsEnPaix: 4 };
const ECHANTILLON = 2_000;
const A_COMPARER = 150;

export const QUESTIONS: readonly Question[] = ["proches", "nom2"];

/** Measures the directory, says what it found on the terminal, and writes the page when it is whole and of national size. */
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
    const lances = await lancerTous(base);
    fermetures.unshift(() => Promise.all(lances.map(({ arreter }) => arreter())));
    const regime = rapide ? RAPIDE : COMPLET;
    const echantillon = await tirerLEchantillon(base.adminUrl, ECHANTILLON);
    const duels: Duel[] = [];
    for (const question of questions) {
      annoncer(`Mesure côte à côte : ${question}…`);
      duels.push(await mesurer(question, lances, { echantillon, regime, compteur, aComparer: A_COMPARER }));
    }
    annoncer("Latences des requêtes de l'annuaire…");
    const nous = lances.find(({ concurrent }) => concurrent === maison);
    if (nous === undefined) throw new Error("Notre passerelle n'est pas lancée.");
    const annuaire = await mesurerLAnnuaire(nous, base.adminUrl, {
      connexions: regime.connexionsEnPaix,
      dureeMs: rapide ? 1_000 : 5_000,
    });
    const { activites, personnes, structures } = base.fichiers;
    const comptes = { activites, personnes, structures };
    const machine = await decrireLaMachine(base.adminUrl);
    const mesure = { le: new Date().toISOString(), machine, taille, regime, comptes, duels, annuaire };
    annoncer(ecrireEnTexte(mesure));
    if (taille === 1 && !rapide && questions.length === QUESTIONS.length) {
      await writeFile(PAGE, ecrireLaPage(mesure, lireLImport(data)));
    }
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

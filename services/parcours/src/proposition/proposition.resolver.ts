import { exigerFirst } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Besoin } from "../besoin/besoin.type.ts";
import type { PossibiliteDelegation } from "../candidat/candidat.type.ts";
import { BAREME } from "../classement/bareme.ts";
import { classer, type ElementClasse } from "../classement/classement.rule.ts";
import type { PossibiliteRecue, SourcesDuBesoin } from "../classement/faits.ts";
import { type MemoireDuClassement, reactiviteLue } from "../classement/memoire.rule.ts";
import { prealablesDe } from "../classement/prealable.rule.ts";
import type { Cible } from "../classement/voie.ts";
import type { Contexte } from "../contexte.ts";
import { lireMemoire } from "../memoire/lire-memoire.ts";
import { type Destinataire, type Proposition, Propositions } from "./proposition.type.ts";

/** What the directory must bring before the ranking: all candidates, set aside included, and why a text allows or not. */
const A_CLASSER = `
  candidatsProfessionnels(premiers: 200, ecartes: true) {
    tronque
    elements {
      situation { id profession { code } professionnel { id } structure { id } } possibilite eligibilite { verdict } retenu distanceKm motifs { code libelle effet poids }
    }
  }
  candidatsStructures(premiers: 200, ecartes: true) {
    tronque
    elements { structure { id type } retenu distanceKm complementaire motifs { code libelle effet poids } }
  }
  possibilites {
    id
    eligibilite { verdict intitule conditions { code libelle verdict constat } }
    equipes { distanceKm equipe { id structure { id } } }
  }`
  .replace(/\s+/g, " ")
  .trim();

@Resolver(() => Besoin)
export class PropositionResolver {
  @FieldResolver(() => Propositions, {
    nullable: true,
    description:
      "Toutes les réponses possibles en une liste classée : professionnels, structures, équipes de protocole ; les écartés aussi, avec leurs raisons. " +
      "Une source qui n'a pas répondu est nommée dans `sourcesIndisponibles`, et le reste est classé quand même.",
  })
  @Directive(`@requires(fields: "${A_CLASSER}")`)
  @Directive("@cost(weight: 20)")
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["elements"], requireOneSlicingArgument: false)')
  async propositions(
    @Root() besoin: Besoin,
    @Arg("ecartees", () => Boolean, {
      defaultValue: false,
      description: "Rendre aussi les candidats écartés, avec leurs raisons, après les retenus.",
    })
    ecartees: boolean,
    @Arg("first", () => Int, {
      defaultValue: 20,
      description: "Au plus tant de retenues, et tant d'écartées ; de 1 à 100.",
    })
    first: number,
    @Ctx() contexte: Contexte,
  ): Promise<Propositions> {
    exigerFirst(first);
    const { criteres } = besoin;
    const sources = sourcesDe(besoin);
    const { memoire, annuaireMuet } = await lireMemoire(contexte, besoin, sources);
    const { elements, sourcesIndisponibles, tronque } = classer(criteres, sources, { ecartees, first }, memoire);
    return {
      elements: elements.map((element) => enProposition(element, memoire)),
      prealables: prealablesDe(criteres),
      sourcesIndisponibles: [...sourcesIndisponibles, ...(annuaireMuet ? ["annuaire"] : [])],
      tronque,
      bareme: BAREME.id,
    };
  }
}

/** A part that the gateway could not bring is null or absent: its source has not answered. */
const sourcesDe = ({ candidatsProfessionnels, candidatsStructures, possibilites }: Besoin): SourcesDuBesoin => ({
  professionnels: candidatsProfessionnels ?? null,
  structures: candidatsStructures ?? null,
  possibilites: possibilites?.filter(estComplete) ?? null,
});

const estComplete = (possibilite: PossibiliteDelegation): possibilite is PossibiliteDelegation & PossibiliteRecue =>
  possibilite.eligibilite !== undefined && possibilite.equipes !== undefined;

const enProposition = (
  { rang, score, retenue, cible, possibilite, distanceKm, motifs }: ElementClasse,
  memoire: MemoireDuClassement,
): Proposition => ({
  rang,
  score,
  retenue,
  destinataire: enDestinataire(cible),
  possibilite: possibilite === null ? null : { id: possibilite },
  distanceKm: distanceKm === null ? null : auDecametre(distanceKm),
  reactivite: reactiviteLue(cible, memoire),
  motifs: [...motifs],
});

const auDecametre = (distanceKm: number): number => Math.round(distanceKm * 100) / 100;

const enDestinataire = ({ genre, id }: Cible): Destinataire => ({
  situation: genre === "SITUATION" ? { id } : null,
  structure: genre === "STRUCTURE" ? { id } : null,
  equipe: genre === "EQUIPE" ? { id } : null,
});

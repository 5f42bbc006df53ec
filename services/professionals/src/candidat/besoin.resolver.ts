import { createHash } from "node:crypto";
import { saisieInvalide } from "@coordination/server-kit";
import type { Eligibilite } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { disponibiliteA } from "../disponibilite/disponibilite.ts";
import { Besoin, type CriteresBesoin } from "./besoin.type.ts";
import { jugerCandidat } from "./candidat.rule.ts";
import { type CandidatProfessionnel, CandidatsProfessionnels } from "./candidat.type.ts";
import type { Proche } from "./proche.repository.ts";
import { typeDuLieu } from "./type-du-lieu.ts";
import { type PossibiliteRecue, type Voie, voiesDuBesoin } from "./voie.ts";

const PREMIERS_MAXIMUM = 200;

/** A need as the gateway hands it over: only what `@requires` asks. */
interface BesoinRecu {
  readonly criteres: CriteresBesoin;
  readonly possibilites: readonly PossibiliteRecue[] | null;
}

@Resolver(() => Besoin)
export class BesoinResolver {
  @FieldResolver(() => CandidatsProfessionnels, {
    nullable: true,
    description:
      "Les professions demandées, et celles qu'une délégation autorise ; les mieux placés d'abord, au plus `premiers` ; nul quand la recherche a échoué.",
  })
  @Directive(
    '@requires(fields: "criteres { codeInsee professions savoirFaire rayonKm modalites nature urgence profil { age sansMedecinTraitant ald isole } } possibilites { id professions savoirFaire cadres habilitations eligibilite { verdict } }")',
  )
  @Directive('@listSize(slicingArguments: ["premiers"], sizedFields: ["elements"], requireOneSlicingArgument: false)')
  async candidatsProfessionnels(
    @Root() { criteres, possibilites }: BesoinRecu,
    @Arg("premiers", () => Int, { defaultValue: PREMIERS_MAXIMUM, description: "Nombre de candidats, 200 au plus." })
    premiers: number,
    @Arg("ecartes", () => Boolean, {
      defaultValue: false,
      description: "Rend aussi les candidats écartés, avec leur raison.",
    })
    ecartes: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<CandidatsProfessionnels> {
    if (premiers < 1 || premiers > PREMIERS_MAXIMUM) {
      throw saisieInvalide("premiers", `« premiers » doit être compris entre 1 et ${PREMIERS_MAXIMUM}.`);
    }
    // A vital emergency goes to the 15, never to the directory.
    if (criteres.urgence === "VITALE") return { elements: [], tronque: false };
    const voies = voiesDuBesoin(criteres, possibilites ?? null, ecartes);
    const { codeInsee, rayonKm } = criteres;
    const trouves = await contexte.loaders.proches.load({
      codeInsee,
      rayonKm,
      voies,
      limite: premiers,
      graine: graineDe(criteres),
    });
    const candidats = await Promise.all(
      trouves.elements.map((proche) => juger(proche, voies[proche.voie], criteres, contexte)),
    );
    return { elements: candidats.filter(({ retenu }) => retenu || ecartes), tronque: trouves.tronque };
  }
}

/** The same criteria always break ties the same way; an opaque identifier would not, it changes each time. */
function graineDe({ codeInsee, nature, urgence, professions, savoirFaire, rayonKm, profil }: CriteresBesoin): string {
  const { age, sansMedecinTraitant, ald, isole } = profil;
  const criteres = JSON.stringify([
    codeInsee,
    nature,
    urgence,
    professions,
    savoirFaire,
    rayonKm,
    age,
    sansMedecinTraitant,
    ald,
    isole,
  ]);
  return createHash("sha256").update(criteres).digest().readBigInt64BE().toString();
}

async function juger(
  proche: Proche,
  voie: Voie | undefined,
  { urgence, profil }: CriteresBesoin,
  { loaders, maintenant, aujourdhui }: Contexte,
): Promise<CandidatProfessionnel> {
  const { id, professionnelId, codeProfession, distanceKm } = proche;
  const possibilite = voie?.possibilite ?? null;
  const [declaree, habilitations] = await Promise.all([
    loaders.disponibiliteBySituation.load(id),
    loaders.habilitationsByProfessionnel.load(professionnelId),
  ]);
  const { retenu, eligibilite, motifs } = jugerCandidat({
    possibilite,
    typeStructure: typeDuLieu(proche),
    precision: proche.precision,
    habilitations,
    le: aujourdhui,
    disponibilite: disponibiliteA(declaree, maintenant),
    attente: { urgence, chercheMedecinTraitant: profil.sansMedecinTraitant === "OUI" && codeProfession === MEDECIN },
  });
  return {
    situation: proche,
    possibilite: possibilite?.id ?? null,
    eligibilite: eligibilite as Eligibilite | null,
    retenu,
    distanceKm,
    motifs: [...motifs],
  };
}

const MEDECIN = "10";

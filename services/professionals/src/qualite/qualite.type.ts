import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType, registerEnumType } from "type-graphql";

export const CodeQualite = {
  MAITRE_DE_STAGE: "MAITRE_DE_STAGE",
  MEDECIN_CORRESPONDANT_SAMU: "MEDECIN_CORRESPONDANT_SAMU",
  EXPERT_TELEEXPERTISE: "EXPERT_TELEEXPERTISE",
  ASALEE: "ASALEE",
  COORDONNATEUR_MSP: "COORDONNATEUR_MSP",
  COORDINATEUR_CPTS: "COORDINATEUR_CPTS",
  COORDONNATEUR_SOINS_PRIMAIRES: "COORDONNATEUR_SOINS_PRIMAIRES",
  COORDINATEUR_DAC: "COORDINATEUR_DAC",
  MEDECIN_ARMEES: "MEDECIN_ARMEES",
} as const;
export type CodeQualite = keyof typeof CodeQualite;
registerEnumType(CodeQualite, {
  name: "CodeQualite",
  description: "Ce qu'une personne est en plus de son métier : aucun répertoire ne le publie.",
  valuesConfig: {
    MAITRE_DE_STAGE: { description: "Accueille des étudiants en stage ambulatoire ; `precision` dit l'université." },
    MEDECIN_CORRESPONDANT_SAMU: {
      description: "Généraliste volontaire, formé à l'urgence, correspondant du SAMU ; `precision` dit le secteur.",
    },
    EXPERT_TELEEXPERTISE: { description: "Répond aux demandes de télé-expertise ; `precision` dit sur quoi." },
    ASALEE: { description: "Membre d'une équipe ASALEE." },
    COORDONNATEUR_MSP: { description: "Coordonne une maison de santé." },
    COORDINATEUR_CPTS: { description: "Coordonne une CPTS." },
    COORDONNATEUR_SOINS_PRIMAIRES: { description: "Coordonnateur en soins primaires." },
    COORDINATEUR_DAC: { description: "Coordonne des parcours dans un DAC." },
    MEDECIN_ARMEES: { description: "Médecin des armées." },
  },
});

@ObjectType({ description: "Une qualité déclarée, datée et sourcée." })
export class Qualite {
  @Field(() => CodeQualite, { description: "Laquelle." })
  code!: CodeQualite;
  @Field(() => String, { nullable: true, description: "Université, secteur du SAMU, domaine d'expertise…" })
  precision!: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Valable depuis." })
  depuis!: string | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Valable jusqu'à ce jour compris ; nul quand elle n'a pas de fin connue.",
  })
  jusquA!: string | null;
  @Field(() => String, { description: "Qui l'a déclarée." })
  source!: string;
}

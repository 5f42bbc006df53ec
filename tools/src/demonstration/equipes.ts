import type { EquipeDeDemonstration } from "@coordination/delegations";
import { PERSONNES_NOMMEES } from "./personnes-nommees.ts";
import { idDeStructure } from "./structures-nommees.ts";

/** One team, for sore throats, in the eligible MSP: two general practitioners delegate to a trained nurse. */
export function declarerEquipes(): EquipeDeDemonstration[] {
  const { generalisteMsp, secondeGeneralisteMsp, infirmiereMsp } = PERSONNES_NOMMEES;
  return [
    {
      delegation: "D01",
      structureId: idDeStructure("MSP_ELIGIBLE"),
      declareeLe: "2024-05-01",
      delegants: [`8${generalisteMsp.rpps}`, `8${secondeGeneralisteMsp.rpps}`],
      delegues: [
        {
          professionnelId: `8${infirmiereMsp.rpps}`,
          formationAttesteeLe: "2024-04-15",
          organisme: "Organisme inventé",
        },
      ],
    },
  ];
}

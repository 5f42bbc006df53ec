import { describe, expect, it } from "vitest";
import { defautDuContact } from "./contact.rule.ts";

const P = "PROFESSIONNELLE";
describe("Un contact déclaré", () => {
  it.each([
    ["un téléphone écrit avec des espaces", "TELEPHONE", "05 61 00 00 00", "PUBLIQUE"],
    ["un numéro court", "TELEPHONE", "3114", "PUBLIQUE"],
    ["un téléphone écrit à l'internationale", "TELEPHONE", "+33 5 61 00 00 00", P],
    ["un courriel", "COURRIEL", "cabinet@exemple.invalid", "PUBLIQUE"],
    ["une adresse MSSanté, aux professionnels", "MSSANTE", "dr@medecin.mssante.invalid", P],
    ["un lien de rendez-vous", "PRISE_DE_RENDEZ_VOUS", "https://rdv.exemple.invalid/cabinet", "PUBLIQUE"],
  ] as const)("convient : %s", (_cas, canal, valeur, diffusion) => {
    expect(defautDuContact({ canal, valeur, diffusion })).toBeNull();
  });

  it.each([
    ["un téléphone de trois chiffres", "TELEPHONE", "112", "PUBLIQUE", "valeur"],
    ["un téléphone avec des lettres", "TELEPHONE", "05 LE MATIN", "PUBLIQUE", "valeur"],
    ["un courriel sans arobase", "COURRIEL", "cabinet.exemple.invalid", "PUBLIQUE", "valeur"],
    ["un lien qui n'est pas du web", "SITE_WEB", "javascript:alert(1)", "PUBLIQUE", "valeur"],
    ["une adresse MSSanté montrée à tous", "MSSANTE", "dr@medecin.mssante.invalid", "PUBLIQUE", "diffusion"],
    ["une adresse Apicrypt montrée à tous", "APICRYPT", "dr@apicrypt.invalid", "PUBLIQUE", "diffusion"],
    ["une adresse MonSisra montrée à tous", "MONSISRA", "dr@monsisra.invalid", "PUBLIQUE", "diffusion"],
  ] as const)("est refusé : %s", (_cas, canal, valeur, diffusion, champ) => {
    expect(defautDuContact({ canal, valeur, diffusion })?.champ).toBe(champ);
  });
});

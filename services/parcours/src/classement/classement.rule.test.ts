import { describe, expect, it } from "@jest/globals";
import {
  criteresDuBesoin,
  medecin,
  msp,
  pharmacien,
  sources,
  vaccination,
  vaccinationSansAge,
  vaccinationTropJeune,
} from "../../tests/exemples.ts";
import { type Classement, classer, type ElementClasse } from "./classement.rule.ts";
import type { SourcesDuBesoin } from "./faits.ts";

const TOUT = { ecartees: true, first: 100 };
const classerTout = (recues: SourcesDuBesoin, criteres = criteresDuBesoin): Classement =>
  classer(criteres, recues, TOUT);
const ids = ({ elements }: Pick<Classement, "elements">): string[] => elements.map(({ cible }) => cible.id);
const element = ({ elements }: Classement, id: string): ElementClasse => {
  const trouve = elements.find(({ cible }) => cible.id === id);
  if (trouve === undefined) throw new Error(`${id} n'est pas dans la liste`);
  return trouve;
};
const phrases = ({ motifs }: ElementClasse): string[] => motifs.map(({ libelle }) => libelle);
const numeros = (prefixe: string, nombre: number): string[] =>
  Array.from({ length: nombre }, (_, rang) => `${prefixe}${rang}`);

describe("Le classement des réponses à un besoin", () => {
  it("réunit professionnels, structures et équipes en une seule liste, du plus grand score au plus petit", () => {
    const equipes = [{ distanceKm: 2, equipe: { id: "equipe" } }];
    const classement = classerTout(
      sources({
        professionnels: [medecin("medecin"), pharmacien("pharmacien")],
        structures: [msp("msp")],
        possibilites: [{ ...vaccination, equipes }],
      }),
    );
    expect(ids(classement)).toEqual(["medecin", "msp", "equipe", "pharmacien"]);
    expect(classement.elements.map(({ rang }) => rang)).toEqual([1, 2, 3, 4]);
    expect(element(classement, "pharmacien").possibilite).toBe("vaccination-pharmacien");
    expect(phrases(element(classement, "pharmacien"))).toContain(
      "peut réaliser l'acte demandé au titre d'une délégation : Vaccination par le pharmacien",
    );
  });

  it("préfère le plus proche", () => {
    const proches = sources({
      professionnels: [medecin("loin", { distanceKm: 9 }), medecin("pres", { distanceKm: 1 })],
    });
    expect(ids(classerTout(proches))).toEqual(["pres", "loin"]);
  });

  it("montre les trois genres de réponse parmi les vingt premières, même quand un seul a deux cents candidats", () => {
    const professionnels = [
      ...numeros("medecin", 200).map((id) => medecin(id, { distanceKm: 0.1 })),
      ...numeros("pharmacien", 5).map((id) => pharmacien(id, { distanceKm: 14, eligibilite: { verdict: "INCONNU" } })),
    ];
    const structures = numeros("msp", 5).map((id) => msp(id, { distanceKm: 14 }));
    const { elements } = classer(
      criteresDuBesoin,
      sources({ professionnels, structures, possibilites: [vaccination] }),
      {
        ecartees: false,
        first: 20,
      },
    );
    const genres = elements.map(({ cible }) => cible.id.replace(/\d+$/, ""));
    expect(genres.slice(0, 3)).toEqual(["medecin", "msp", "pharmacien"]);
    expect(genres.filter((genre) => genre === "msp")).toHaveLength(3);
    expect(genres.filter((genre) => genre === "pharmacien")).toHaveLength(3);
  });

  it("dit pourquoi une réponse passe devant de meilleurs scores", () => {
    const professionnels = numeros("medecin", 5).map((id) => medecin(id));
    const classement = classerTout(sources({ professionnels, structures: [msp("msp", { distanceKm: 14 })] }));
    expect(element(classement, "msp").rang).toBe(2);
    expect(phrases(element(classement, "msp"))).toContain(
      "parmi les meilleures réponses à une demande du besoin : maison de santé",
    );
  });

  it("garde un professionnel dont une condition n'est pas connue, à confirmer et moins bien classé", () => {
    const professionnels = [pharmacien("inconnu", { eligibilite: { verdict: "INCONNU" } }), pharmacien("forme")];
    const classement = classerTout(sources({ professionnels, possibilites: [vaccination] }));
    expect(ids(classement)).toEqual(["forme", "inconnu"]);
    expect(element(classement, "inconnu").retenue).toBe(true);
    expect(element(classement, "inconnu").motifs).toContainEqual(
      expect.objectContaining({ code: "A_CONFIRMER", effet: "DEFAVORABLE", poids: -15 }),
    );
  });

  it("place l'offre complémentaire après toute l'offre fixe", () => {
    const medicobus = msp("medicobus", {
      structure: { id: "medicobus", type: "MEDICOBUS" },
      complementaire: true,
      distanceKm: 0,
    });
    const fixes = numeros("msp", 6).map((id) => msp(id, { distanceKm: 15 }));
    expect(ids(classerTout(sources({ structures: [medicobus, ...fixes] }))).at(-1)).toBe("medicobus");
  });

  it("réunit les deux voies d'une même personne : la meilleure donne le rang, l'autre s'ajoute", () => {
    const professionnels = [
      medecin("un", { possibilite: "vaccination-pharmacien", eligibilite: { verdict: "OUI" } }),
      medecin("un"),
    ];
    const { elements } = classerTout(
      sources({ professionnels: [...professionnels, medecin("deux")], possibilites: [vaccination] }),
    );
    expect(elements.map(({ cible }) => cible.id)).toEqual(["un", "deux"]);
    expect(elements[0]?.possibilite).toBeNull();
    expect(elements[0]?.motifs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["PROFESSION_DEMANDEE", "AUTRE_DEMANDE_COUVERTE"]),
    );
  });

  it("garde la voie ouverte d'une personne dont l'autre voie est écartée, et dit pourquoi", () => {
    const professionnels = [
      medecin("un"),
      medecin("un", { possibilite: "vaccination-pharmacien", eligibilite: { verdict: "OUI" } }),
    ];
    const classement = classerTout(sources({ professionnels, possibilites: [vaccinationTropJeune] }));
    expect(element(classement, "un").retenue).toBe(true);
    expect(phrases(element(classement, "un"))).toContain(
      "ne peut pas intervenir à un autre titre : Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
    );
  });

  it("relit les motifs de l'annuaire : un motif inconnu se montre sans peser, ou exclut s'il excluait", () => {
    const classement = classerTout(
      sources({
        professionnels: [
          medecin("nouveau", { motifs: [{ code: "MOTIF_D_UNE_AUTRE_VERSION", effet: "FAVORABLE", poids: 1 }] }),
          medecin("exclu", { motifs: [{ code: "MOTIF_D_UNE_AUTRE_VERSION", effet: "EXCLUANT", poids: 0 }] }),
          medecin("ecarte", { retenu: false }),
        ],
      }),
    );
    expect(element(classement, "nouveau").motifs).toContainEqual({
      code: "MOTIF_D_UNE_AUTRE_VERSION",
      libelle: "signalé par l'annuaire : motif d une autre version",
      effet: "FAVORABLE",
      poids: 0,
    });
    expect(element(classement, "exclu").retenue).toBe(false);
    expect(phrases(element(classement, "ecarte"))).toContain("écarté par l'annuaire");
  });
});

describe("Les motifs de l'annuaire", () => {
  it("pèsent ce que dit notre barème, dans la part que dit l'annuaire", () => {
    const avecPublic = (id: string, poids: number) =>
      msp(id, { motifs: [{ code: "PUBLIC_PRIORITAIRE", effet: "FAVORABLE", poids }] });
    const classement = classerTout(
      sources({ structures: [avecPublic("entier", 1), avecPublic("moitie", 0.5), avecPublic("trop", 40)] }),
    );
    const poids = (id: string) =>
      element(classement, id).motifs.find(({ code }) => code === "PUBLIC_PRIORITAIRE")?.poids;
    expect([poids("entier"), poids("moitie"), poids("trop")]).toEqual([10, 5, 10]);
  });

  it("disent la disponibilité, et vieillissent", () => {
    const libre = (id: string, poids: number) =>
      medecin(id, { motifs: [{ code: "CRENEAU_LIBRE", effet: "FAVORABLE", poids }] });
    const sans = medecin("sans", { motifs: [{ code: "SANS_CRENEAU", effet: "DEFAVORABLE", poids: 1 }] });
    const classement = classerTout(
      sources({ professionnels: [sans, medecin("muet"), libre("perime", 0.5), libre("libre", 1)] }),
    );
    expect(ids(classement)).toEqual(["libre", "perime", "muet", "sans"]);
    expect(phrases(element(classement, "perime"))).toContain("un créneau est libre : déclaration périmée, à confirmer");
  });

  it("ne redisent pas une exclusion que le classement détaille, et n'en perdent aucune", () => {
    const refuse = pharmacien("refuse", {
      retenu: false,
      motifs: [
        { code: "DELEGATION_NON", effet: "EXCLUANT", poids: 0 },
        { code: "EXIGENCE_NON_REMPLIE", effet: "EXCLUANT", poids: 0 },
      ],
    });
    const classement = classerTout(sources({ professionnels: [refuse], possibilites: [vaccinationTropJeune] }));
    const raisons = element(classement, "refuse").motifs.filter(({ effet }) => effet === "EXCLUANT");
    expect(raisons.map(({ libelle }) => libelle)).toEqual([
      "Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
      "ne remplit pas ce que le texte exige du professionnel",
    ]);
  });

  it("ne comptent pas deux fois ce que le classement mesure lui-même", () => {
    const classement = classerTout(
      sources({ structures: [msp("msp", { motifs: [{ code: "TYPE_DEMANDE", effet: "FAVORABLE", poids: 1 }] })] }),
    );
    expect(element(classement, "msp").motifs.map(({ code }) => code)).toEqual(["STRUCTURE_DEMANDEE", "PROXIMITE"]);
  });
});

describe("Les candidats écartés", () => {
  const trop = sources({
    professionnels: [pharmacien("pharmacien"), medecin("medecin")],
    possibilites: [vaccinationTropJeune],
  });

  it("ne sont rendus que si on les demande, après les retenus", () => {
    expect(ids(classer(criteresDuBesoin, trop, { ecartees: false, first: 20 }))).toEqual(["medecin"]);
    expect(ids(classerTout(trop))).toEqual(["medecin", "pharmacien"]);
  });

  it("portent l'âge comme raison", () => {
    expect(element(classerTout(trop), "pharmacien").motifs).toContainEqual({
      code: "DELEGATION_NON",
      libelle: "Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
      effet: "EXCLUANT",
      poids: 0,
    });
  });

  it("portent le fait qui manque quand l'âge est inconnu", () => {
    const sansAge = sources({ professionnels: [pharmacien("pharmacien")], possibilites: [vaccinationSansAge] });
    expect(element(classerTout(sansAge), "pharmacien").motifs).toContainEqual(
      expect.objectContaining({
        code: "FAIT_MANQUANT",
        libelle: "Vaccination par le pharmacien : fait manquant : âge",
      }),
    );
  });

  it("restent visibles derrière plus de retenus que `first`", () => {
    const nombreux = sources({
      professionnels: [...numeros("medecin", 30).map((id) => medecin(id)), pharmacien("pharmacien")],
      possibilites: [vaccinationTropJeune],
    });
    const classement = classer(criteresDuBesoin, nombreux, { ecartees: true, first: 20 });
    expect(classement.elements).toHaveLength(21);
    expect(classement.elements.at(-1)).toMatchObject({ rang: 21, retenue: false, cible: { id: "pharmacien" } });
    expect(classement.tronque).toBe(true);
  });

  it("comptent les équipes d'un texte qui ne s'applique pas", () => {
    const equipes = [{ distanceKm: 1, equipe: { id: "equipe" } }];
    expect(
      element(classerTout(sources({ possibilites: [{ ...vaccinationTropJeune, equipes }] })), "equipe").retenue,
    ).toBe(false);
  });

  it("comptent un délégué dont la délégation n'a pas pu être vérifiée", () => {
    const muette = { ...sources({ professionnels: [pharmacien("pharmacien")] }), possibilites: null };
    expect(element(classerTout(muette), "pharmacien").motifs.map(({ code }) => code)).toContain(
      "DELEGATION_NON_VERIFIEE",
    );
  });
});

describe("Une source qui ne répond pas", () => {
  const completes = sources({
    professionnels: [medecin("medecin")],
    structures: [msp("msp")],
    possibilites: [vaccination],
  });

  it.each<[string, Partial<SourcesDuBesoin>, string[]]>([
    ["structures", { structures: null }, ["medecin"]],
    ["professionals", { professionnels: null }, ["msp"]],
    ["delegations", { possibilites: null }, ["medecin", "msp"]],
  ])("est nommée (%s) et les autres sont classées", (source, absence, attendus) => {
    const classement = classerTout({ ...completes, ...absence });
    expect(classement.sourcesIndisponibles).toEqual([source]);
    expect(ids(classement)).toEqual(attendus);
  });

  it("n'est pas nommée quand elle a répondu qu'il n'y a rien", () => {
    expect(classerTout(sources({})).sourcesIndisponibles).toEqual([]);
  });
});

describe("Ce qui n'est jamais proposé", () => {
  it("personne, pour une urgence vitale", () => {
    const recues = sources({ professionnels: [medecin("medecin")], structures: [msp("msp")] });
    expect(classerTout(recues, { ...criteresDuBesoin, urgence: "VITALE" }).elements).toEqual([]);
  });

  it.each(["SOINS", "EXPERTISE", "SANTE_MENTALE", "PREVENTION"] as const)(
    "un DAC ou une CPTS, pour un besoin de nature %s",
    (nature) => {
      const structures = (["DAC", "CPTS"] as const).map((type) => msp(type, { structure: { id: type, type } }));
      const { elements } = classerTout(sources({ structures }), { ...criteresDuBesoin, nature });
      expect(elements.map(({ retenue }) => retenue)).toEqual([false, false]);
      expect(elements.flatMap(({ motifs }) => motifs.map(({ code }) => code))).toContain("CIBLE_NON_SOIGNANTE");
    },
  );

  it("une structure que l'annuaire dit non soignante, même sans connaître son type", () => {
    const dite = msp("dite", {
      structure: { id: "dite" },
      retenu: false,
      motifs: [{ code: "CIBLE_NON_SOIGNANTE", effet: "EXCLUANT", poids: 0 }],
    });
    expect(element(classerTout(sources({ structures: [dite] })), "dite").retenue).toBe(false);
  });

  it("hors des soins, un DAC peut l'être", () => {
    const structures = [msp("dac", { structure: { id: "dac", type: "DAC" } })];
    expect(ids(classerTout(sources({ structures }), { ...criteresDuBesoin, nature: "SOCIAL" }))).toEqual(["dac"]);
  });
});

describe("À score égal", () => {
  const egaux = sources({ professionnels: numeros("medecin", 20).map((id) => medecin(id)) });

  it("le même besoin donne la même liste", () => {
    expect(ids(classerTout(egaux))).toEqual(ids(classerTout(egaux)));
  });

  it("nul n'est toujours premier d'un besoin à l'autre", () => {
    const premiers = ["31555", "31069", "31149", "31044"].map(
      (codeInsee) => ids(classerTout(egaux, { ...criteresDuBesoin, codeInsee }))[0],
    );
    expect(new Set(premiers).size).toBeGreaterThan(1);
  });
});

import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Entree {
  readonly contenu: AdapterPayload;
  readonly expireA: number;
}

/**
 * Sessions are forgotten on purpose: every sign-in asks again whom to be, which is the point of a demonstration.
 */
const OUBLIES: ReadonlySet<string> = new Set(["Session"]);

/** Returns a storage for what oidc-provider keeps between two steps of a sign-in; it dies with the process. */
export function memoireDuProcessus(): AdapterFactory {
  const entrees = new Map<string, Entree>();
  return (modele) => adaptateur(modele, entrees);
}

function adaptateur(modele: string, entrees: Map<string, Entree>): Adapter {
  const cle = (id: string) => `${modele}:${id}`;
  const vivante = (id: string) => {
    const entree = entrees.get(cle(id));
    return entree !== undefined && entree.expireA > Date.now() ? entree.contenu : undefined;
  };
  return {
    upsert: async (id, contenu, dureeEnSecondes = 0) => {
      oublierLesPerimees(entrees);
      if (!OUBLIES.has(modele)) entrees.set(cle(id), { contenu, expireA: Date.now() + dureeEnSecondes * 1000 });
    },
    find: async (id) => vivante(id),
    // Sessions and device codes only: neither is kept.
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const contenu = vivante(id);
      if (contenu !== undefined) contenu.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entrees.delete(cle(id));
    },
    revokeByGrantId: async (grantId) => {
      for (const [autre, { contenu }] of entrees) if (contenu.grantId === grantId) entrees.delete(autre);
    },
  };
}

function oublierLesPerimees(entrees: Map<string, Entree>): void {
  const maintenant = Date.now();
  for (const [cle, { expireA }] of entrees) if (expireA <= maintenant) entrees.delete(cle);
}

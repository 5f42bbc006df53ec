/** What is open, closed in the reverse order and once only. */
export interface Fermetures {
  ajouter(fermeture: () => Promise<void>): void;
  fermer(): Promise<void>;
}

export function createFermetures(): Fermetures {
  const ouvertes: (() => Promise<void>)[] = [];
  return {
    ajouter: (fermeture) => {
      ouvertes.push(fermeture);
    },
    fermer: async () => {
      for (let fermeture = ouvertes.pop(); fermeture !== undefined; fermeture = ouvertes.pop()) await fermeture();
    },
  };
}

const SIGNAUX = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Opens, then closes everything on Ctrl-C or a polite kill, so that nothing is left running. A signal that comes while
 * opening waits for its end; a second one changes nothing. Throws what `ouvrir` throws.
 */
export async function arreterALaDemande(ouvrir: () => Promise<() => Promise<void>>): Promise<void> {
  const ouverture = ouvrir();
  let demande = false;
  for (const signal of SIGNAUX) {
    process.on(signal, async () => {
      if (demande) return;
      demande = true;
      const fermer = await ouverture.catch(() => null);
      await fermer?.();
      process.exit(fermer === null ? 1 : 0);
    });
  }
  await ouverture;
}

import { type ChildProcess, fork } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { racine } from "./racine.ts";

export interface ProcessusLance {
  /** Resolves when the service serves for the first time; rejects when it ends before. */
  readonly pret: Promise<void>;
  stop(): Promise<void>;
}

/** A service that dies is started again after this long: the others answer without it meanwhile. */
const DELAI_DE_RELANCE_MS = 10_000;

/** Runs a service in its own process, keeps its pid in a file, and starts it again when it dies. */
export function lancerProcessus(options: {
  nom: string;
  fichierPid: string;
  environnement: Readonly<Record<string, string>>;
  delaiDeRelanceMs?: number | undefined;
}): ProcessusLance {
  const { nom, fichierPid, environnement, delaiDeRelanceMs = DELAI_DE_RELANCE_MS } = options;
  let arret = false;
  let relance: NodeJS.Timeout | undefined;
  let enfant: ChildProcess;

  const lancer = (): ChildProcess => {
    const processus = fork(join(racine, "services", nom, "dist", "src", "main.js"), {
      env: { ...process.env, ...environnement },
      stdio: ["ignore", 2, 2, "ipc"],
    });
    writeFileSync(fichierPid, `${processus.pid}\n`);
    processus.once("exit", () => {
      if (arret) return;
      relance = setTimeout(() => {
        enfant = lancer();
      }, delaiDeRelanceMs);
    });
    return processus;
  };

  enfant = lancer();
  const pret = new Promise<void>((resolve, reject) => {
    enfant.once("message", () => resolve());
    enfant.once("exit", (code) =>
      reject(new Error(`Le service ${nom} s'est arrêté (code ${code}) avant d'être prêt.`)),
    );
  });
  const stop = async () => {
    arret = true;
    clearTimeout(relance);
    rmSync(fichierPid, { force: true });
    if (enfant.exitCode !== null || enfant.signalCode !== null) return;
    const fini = new Promise((resolve) => enfant.once("exit", resolve));
    enfant.kill("SIGTERM");
    await fini;
  };
  return { pret, stop };
}

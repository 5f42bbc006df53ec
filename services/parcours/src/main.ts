import { lancerService } from "@coordination/server-kit";
import { parcoursService } from "./index.ts";

await lancerService(parcoursService);

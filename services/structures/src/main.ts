import { lancerService } from "@coordination/server-kit";
import { structuresService } from "./index.ts";

await lancerService(structuresService);

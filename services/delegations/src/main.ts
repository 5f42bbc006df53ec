import { lancerService } from "@coordination/server-kit";
import { delegationsService } from "./index.ts";

await lancerService(delegationsService);

// What a model that was trained elsewhere becomes, and what its file says of itself.
import type { Forest } from "./forest.ts";

export interface ForeignForest {
  kind: "lightgbm" | "xgboost";
  forest: Forest;
  /** As the file names it; null when it was trained with one of its own. */
  objective: string | null;
  /** Version of the format or library that the file states. */
  version: string;
  treesInFile: number;
  /** Fewer than in the file when training stopped early and the file kept what came after its best tree. */
  treesUsed: number;
}

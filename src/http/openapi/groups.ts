// All that the API's document tells, in the order of the reference page.
import { casesGroup } from "./cases.ts";
import { contractsGroup } from "./contracts.ts";
import { courseGroup } from "./course.ts";
import { directoryGroup } from "./directory.ts";
import { joinGroup } from "./join.ts";
import { messagesGroup } from "./messages.ts";
import { offersGroup } from "./offers.ts";
import type { OperationGroup } from "./operation.ts";
import { operatorsGroup } from "./operators.ts";
import { organisationsGroup } from "./organisations.ts";
import { meGroup, professionalsGroup } from "./people.ts";
import { platformGroup, signInGroup } from "./platform.ts";
import { keysGroup, webhooksGroup } from "./programs.ts";
import { rankingGroup } from "./ranking.ts";
import { reachGroup } from "./reach.ts";
import { talkGroup } from "./talk.ts";
import { teamGroup } from "./team.ts";
import { triageGroup } from "./triage.ts";
import { verificationGroup } from "./verification.ts";

export const GROUPS: readonly OperationGroup[] = [
  signInGroup,
  triageGroup,
  casesGroup,
  courseGroup,
  offersGroup,
  directoryGroup,
  contractsGroup,
  talkGroup,
  meGroup,
  reachGroup,
  joinGroup,
  professionalsGroup,
  organisationsGroup,
  operatorsGroup,
  messagesGroup,
  verificationGroup,
  teamGroup,
  rankingGroup,
  keysGroup,
  webhooksGroup,
  platformGroup,
];

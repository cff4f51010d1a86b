import { DynamoIntake } from '../../lambdas/adapters/dynamodb/dynamo-intake.ts';
import { DynamoRoster } from '../../lambdas/adapters/dynamodb/dynamo-roster.ts';
import { dynoxideForTests } from '../support/dynoxide.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { createTables } from '../support/tables.ts';
import { intakeContract } from './intake.contract.ts';

const client = dynoxideForTests();
let opened = 0;

intakeContract(async () => {
  const tables = await createTables(client(), `intake-${++opened}`);
  return {
    intake: new DynamoIntake(client(), tables),
    roster: new DynamoRoster(client(), tables),
    outside: outsideWriter(client(), tables.subscribers),
  };
});

import { attemptsContract } from './attempts.contract.ts';
import { callRateContract } from './call-rate.contract.ts';
import { callsInContract } from './calls-in.contract.ts';
import { checkpointsContract } from './checkpoints.contract.ts';
import { claimContract } from './claim.contract.ts';
import { cooldownContract } from './cooldown.contract.ts';
import { correctionContract } from './correction.contract.ts';
import { directoryContract } from './directory.contract.ts';
import { doNotCallContract } from './do-not-call.contract.ts';
import { followedWritesContract } from './followed-writes.contract.ts';
import { rateCounterContract } from './rate-counter.contract.ts';
import { recordingsContract } from './recordings.contract.ts';
import { rowEditorContract } from './row-editor.contract.ts';
import { rowsContract } from './rows.contract.ts';
import { settlementContract } from './settlement.contract.ts';
import type { OpenStore } from './store.ts';

/** The suites of all storage ports. */
export function storeContract(open: OpenStore): void {
  describe('rows', () => rowsContract(open));
  describe('followed writes', () => followedWritesContract(open));
  describe('attempts: claims', () => claimContract(open));
  describe('attempts: calls in', () => callsInContract(open));
  describe('attempts: facts', () => attemptsContract(open));
  describe('attempts: settlements', () => settlementContract(open));
  describe('attempts: corrections', () => correctionContract(open));
  describe('recordings', () => recordingsContract(open));
  describe('directory', () => directoryContract(open));
  describe('do not call', () => doNotCallContract(open));
  describe('call rate', () => callRateContract(open));
  describe('row editor', () => rowEditorContract(open));
  describe('rate counter', () => rateCounterContract(open));
  describe('cooldown', () => cooldownContract(open));
  describe('checkpoints', () => checkpointsContract(open));
}

import { attemptsContract } from './attempts.contract.ts';
import { callSlotsContract } from './call-slots.contract.ts';
import { callsInContract } from './calls-in.contract.ts';
import { claimContract } from './claim.contract.ts';
import { correctionContract } from './correction.contract.ts';
import { directoryContract } from './directory.contract.ts';
import { onceContract } from './once.contract.ts';
import { rowDeskContract } from './row-desk.contract.ts';
import { rowsContract } from './rows.contract.ts';
import { settlementContract } from './settlement.contract.ts';
import type { OpenStore } from './store.ts';
import { talliesContract } from './tallies.contract.ts';

/** The suites of all storage ports. */
export function storeContract(open: OpenStore): void {
  describe('rows', () => rowsContract(open));
  describe('attempts: claims', () => claimContract(open));
  describe('attempts: calls in', () => callsInContract(open));
  describe('attempts: facts', () => attemptsContract(open));
  describe('attempts: settlements', () => settlementContract(open));
  describe('attempts: corrections', () => correctionContract(open));
  describe('directory', () => directoryContract(open));
  describe('call slots', () => callSlotsContract(open));
  describe('row desk', () => rowDeskContract(open));
  describe('tallies', () => talliesContract(open));
  describe('once', () => onceContract(open));
}

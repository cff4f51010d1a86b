/** How much goes wrong: probabilities. */
export interface Faults {
  /** Of each call to a port, that the function dies there. */
  crash: number;
  /** Of each message, record and callback. */
  lost: number;
  repeated: number;
  silentCreation: number;
  lostCreation: number;
  lateCreation: number;
  refusal: number;
  trouble: number;
}

export const noFaults: Faults = {
  crash: 0,
  lost: 0,
  repeated: 0,
  silentCreation: 0,
  lostCreation: 0,
  lateCreation: 0,
  refusal: 0,
  trouble: 0,
};

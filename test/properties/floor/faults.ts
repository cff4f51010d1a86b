/** How much goes wrong: probabilities, where nothing else is said. */
export interface Faults {
  /** Of each call to a port, that the function dies there: what it wrote stands, the rest never happens. */
  died: number;
  /** Of each call to a port, that it is not answered, or refused for the moment. */
  unanswered: number;
  /** Of each message and callback. */
  lost: number;
  /** Of each message, record and callback. */
  repeated: number;
  /** Of each batch of records, that older ones are handed over once more before it. */
  replayed: number;
  /** Of each record, that it grew too old before anybody read it. */
  tooOld: number;
  /** The call is made, and the request is not answered. */
  silentCreation: number;
  /** The call is not made, and the request is not answered. */
  lostCreation: number;
  /** The request is not answered, and the call is made a minute or two later. */
  lateCreation: number;
  /** The network has no room for the call. */
  refusal: number;
  /** People and their phones: 0 is everyone answers, 1 is hardly anyone. */
  trouble: number;
  /** By how many milliseconds two functions' clocks differ at most. */
  skew: number;
}

export type FaultKind = keyof Faults;

export const noFaults: Faults = {
  died: 0,
  unanswered: 0,
  lost: 0,
  repeated: 0,
  replayed: 0,
  tooOld: 0,
  silentCreation: 0,
  lostCreation: 0,
  lateCreation: 0,
  refusal: 0,
  trouble: 0,
  skew: 0,
};

/** A good day: phones are busy or silent, and messages come more than once. */
export const calm: Faults = { ...noFaults, repeated: 0.1, refusal: 0.02, trouble: 0.2, skew: 500 };

/** A bad day: functions die, messages and callbacks are lost, and the network does not answer. */
export const storm: Faults = {
  died: 0.002,
  unanswered: 0.002,
  lost: 0.03,
  repeated: 0.1,
  replayed: 0.05,
  tooOld: 0.002,
  silentCreation: 0.05,
  lostCreation: 0.05,
  lateCreation: 0.05,
  refusal: 0.05,
  trouble: 0.3,
  skew: 500,
};

/** Nothing fails but what is written into the rows, and operators who do not answer. */
export const clear: Faults = { ...noFaults };

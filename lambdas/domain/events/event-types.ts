/**
 * What other software is told of, by name. Their order counts: by it stands what happened in one instant of
 * a call. New ones come last.
 */
export const eventTypes = [
  'order.taken',
  'order.moved',
  'order.cancelled',
  'order.refused',
  'operator.ringing',
  'customer.dialled',
  'call.talked',
  'call.not-reached',
  'form.sent',
  'promise.broken',
  'do-not-call.added',
  'do-not-call.lifted',
  'operator.state',
  'task.paused',
  'task.resumed',
] as const;

export type EventType = (typeof eventTypes)[number];

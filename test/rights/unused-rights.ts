/** Rights that no scenario uses, by the reason for which they are granted all the same. */
export const unusedRights: Readonly<Record<string, readonly string[]>> = {
  'Lambda asks a stream’s consumer for it, as its developer guide says; the stand-in does not': [
    'DeskNewsTellDesks dynamodb:ListStreams table/Attempts/stream/local',
    'DeskNewsTellDesks dynamodb:ListStreams table/Subscribers/stream/local',
    'EngineFollowRow dynamodb:ListStreams table/Subscribers/stream/local',
  ],

  'a desk that went without a word is found gone, and taken off the list': [
    'ConsoleApi dynamodb:BatchWriteItem table/DeskSocketsConnections',
    'ConsoleApi dynamodb:GetItem table/DeskSocketsConnections',
    'ConsoleSupervisorApi dynamodb:BatchWriteItem table/DeskSocketsConnections',
    'ConsoleSupervisorApi dynamodb:GetItem table/DeskSocketsConnections',
    'DeskNewsTellDesks dynamodb:BatchWriteItem table/DeskSocketsConnections',
    'DeskNewsTellDesks dynamodb:GetItem table/DeskSocketsConnections',
    'WebhooksKeypad dynamodb:BatchWriteItem table/DeskSocketsConnections',
    'WebhooksKeypad dynamodb:GetItem table/DeskSocketsConnections',
  ],

  'a desk is open while its operator fills the form in by phone': [
    'WebhooksKeypad execute-api:ManageConnections desksockets/live/POST/@connections/*',
  ],

  'an operator’s own call is refused by Twilio, or must wait for its slot': [
    'ConsoleApi dynamodb:DeleteItem table/Locks',
    'ConsoleApi dynamodb:GetItem table/Locks',
  ],

  'rows stand in line for the account’s calls per second': [
    'EngineCallOperator dynamodb:BatchGetItem table/Subscribers',
  ],

  'a promise is overdue while the sweep counts': [
    'SweepsReconcile dynamodb:BatchGetItem table/Subscribers',
  ],

  'a caller’s call ends while not all is told of its legs: it is looked into later': [
    'WebhooksCallers sqs:SendMessage DialQueue',
  ],

  'a row is written again in the very moment in which a sweep judges it': [
    'SweepsPatrol dynamodb:GetItem table/Subscribers',
  ],

  'other software brings 11 back under a live call, and no stream record tells of it': [
    'SweepsPatrol dynamodb:GetItem table/Attempts',
    'SweepsReconcile dynamodb:BatchGetItem table/Locks',
  ],
};

/** Rights that no scenario uses, by the reason for which they are granted all the same. */
export const unusedRights: Readonly<Record<string, readonly string[]>> = {
  'Lambda asks a stream’s consumer for it, as its developer guide says; the stand-in does not': [
    'DeskNewsTellDesks dynamodb:ListStreams table/Attempts/stream/local',
    'DeskNewsTellDesks dynamodb:ListStreams table/Subscribers/stream/local',
    'EngineFollowRow dynamodb:ListStreams table/Subscribers/stream/local',
    'EventsPublish dynamodb:ListStreams table/Attempts/stream/local',
    'EventsPublish dynamodb:ListStreams table/Directory/stream/local',
    'EventsPublish dynamodb:ListStreams table/Forms/stream/local',
    'EventsPublish dynamodb:ListStreams table/Views/stream/local',
  ],

  'a desk that went without a word is found gone, and taken off the list': [
    'ConsoleApi dynamodb:DeleteItem table/DeskSocketsConnections',
    'ConsoleSupervisorApi dynamodb:DeleteItem table/DeskSocketsConnections',
    'DeskNewsTellDesks dynamodb:DeleteItem table/DeskSocketsConnections',
    'WebhooksKeypad dynamodb:DeleteItem table/DeskSocketsConnections',
  ],

  'a task limits how often a number is called, and its form promises a call by phone': [
    'WebhooksKeypad dynamodb:Query table/Attempts',
  ],

  'an operator says by a key of their phone that a machine answered': [
    'WebhooksKeypad dynamodb:UpdateItem table/Attempts',
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

  'a stream record cannot be followed: its row is judged by a message of its own': [
    'EngineCallOperator dynamodb:DeleteItem table/Views',
    'EngineCallOperator dynamodb:PutItem table/Views',
    'EngineCallOperator iam:PassRole role/TimersRole',
    'EngineCallOperator scheduler:CreateSchedule schedule/CallbackCenterlocal-Timers-AFE54280/*',
    'EngineFollowRow dynamodb:DeleteItem table/Views',
  ],

  'a stream record has ended its function before: its tries are counted': [
    'DeskNewsTellDesks dynamodb:UpdateItem table/Locks',
    'EngineFollowRow dynamodb:UpdateItem table/Locks',
  ],

  'an attempt is gone, or a row overdue without a message, while the sweep looks': [
    'SweepsReconcile dynamodb:DeleteItem table/Locks',
    'SweepsReconcile dynamodb:PutItem table/Locks',
    'SweepsReconcile dynamodb:Query table/Attempts',
    'SweepsReconcile dynamodb:UpdateItem table/Locks',
  ],

  'a caller is connected to an operator whose phone is the browser': [
    'WebhooksCallers dynamodb:Query table/DeskSocketsConnections',
  ],

  'what waits past its promise is counted for a desk': [
    'ConsoleApi dynamodb:Query table/Subscribers/index/byDue',
  ],

  'another row holds the number that is to be called: whether it bars it is read': [
    'EngineFollowRow dynamodb:BatchGetItem table/Subscribers',
    'SweepsPatrol dynamodb:BatchGetItem table/Subscribers',
    'WebhooksCallers dynamodb:BatchGetItem table/Subscribers',
    'WebhooksKeypad dynamodb:BatchGetItem table/Subscribers',
    'WebhooksVoice dynamodb:BatchGetItem table/Subscribers',
  ],

  'a sweep takes an order that no record told of': ['SweepsPatrol dynamodb:Query table/Views'],

  'a customer says by keys that they want no more calls': [
    'WebhooksCallers dynamodb:PutItem table/Directory',
    'WebhooksKeypad dynamodb:PutItem table/Directory',
    'WebhooksKeypad dynamodb:Query table/Directory',
  ],

  'a number is erased whose rows came from lines without an Id': [
    'ConsoleSupervisorApi dynamodb:BatchWriteItem table/Directory',
  ],

  'something of a day is told an hour later or more: the day is counted anew': [
    'ConsoleApi dynamodb:UpdateItem table/Views',
    'DeskNewsTellDesks dynamodb:UpdateItem table/Views',
  ],

  'supervisors change many rows, and read the stories of rows, by the pages': [
    'ConsoleSupervisorApi dynamodb:PutItem table/Subscribers',
    'ConsoleSupervisorApi dynamodb:Query table/Attempts',
    'ConsoleSupervisorApi dynamodb:Query table/Subscribers',
    'ConsoleSupervisorApi sqs:SendMessage DialQueue',
  ],
};

import type { Localized } from '../../../domain/basics/localized.ts';

/** What the API says to people whom it refuses something. */
export const refusalWords = {
  notAllowed: { en: 'only supervisors may do that', ru: 'это могут делать только супервизоры' },
  viewersOnlyLook: {
    en: 'you may look at everything, and change nothing',
    ru: 'вы можете всё смотреть и ничего не менять',
  },
  notForAllTasks: {
    en: 'only supervisors may do that for all tasks: name one of yours',
    ru: 'для всех задач это могут делать только супервизоры: укажите свою задачу',
  },
  onlyNamedLeads: {
    en: 'only supervisors name the leads of a task',
    ru: 'руководителей групп задачи назначают только супервизоры',
  },
  notYourOperator: {
    en: 'no task that you lead lists this operator',
    ru: 'этого оператора нет ни в одной задаче, которую вы ведёте',
  },
  notInScope: (scope: string) => ({
    en: `this client has no scope ${scope}`,
    ru: `у этого клиента нет области ${scope}`,
  }),
  tooOften: {
    en: 'this client asks more than 500 times in ten seconds; try again later',
    ru: 'этот клиент спрашивает чаще 500 раз за десять секунд; попробуйте позже',
  },
  wrongKey: {
    en: 'Idempotency-Key must have 1–200 characters',
    ru: 'в Idempotency-Key должно быть от 1 до 200 знаков',
  },
  keyRunning: {
    en: 'a request with this Idempotency-Key is being answered; try again',
    ru: 'запрос с этим Idempotency-Key ещё выполняется; попробуйте ещё раз',
  },
  keyTaken: {
    en: 'this Idempotency-Key was brought along with another request',
    ru: 'этот Idempotency-Key уже был у другого запроса',
  },
  nobody: {
    en: 'the token is of nobody who works here',
    ru: 'этот вход не принадлежит никому из работающих здесь',
  },
  failed: {
    en: 'something went wrong here; try again',
    ru: 'на сервере что-то пошло не так; попробуйте ещё раз',
  },
  notJson: { en: 'the body must be JSON', ru: 'тело запроса должно быть в JSON' },
  tooLong: (most: string) => ({
    en: `the body has more than ${most} characters`,
    ru: `в теле запроса больше ${most} знаков`,
  }),
  tooManyParts: {
    en: 'the body holds too many values',
    ru: 'в теле запроса слишком много значений',
  },
  tooDeep: {
    en: 'lists and objects stand within each other more than 30 deep',
    ru: 'списки и объекты вложены глубже 30 уровней',
  },
  notStorable: {
    en: 'a value is a text of whole characters, a number below 10^125, true, false, null, or lists and objects of these; a name has at least one letter',
    ru: 'значение — это текст из целых знаков, число меньше 10^125, true, false, null или списки и объекты из них; имя не бывает пустым',
  },
  noTask: (id: string) => ({ en: `there is no task ${id}`, ru: `задачи ${id} нет` }),
  notYourTask: (id: string) => ({
    en: `task ${id} does not list you as an operator`,
    ru: `вас нет среди операторов задачи ${id}`,
  }),
  noRow: (task: string, Id: string) => ({
    en: `task ${task} has no row ${Id}`,
    ru: `в задаче ${task} нет строки ${Id}`,
  }),
  wrongId: {
    en: 'Id must be a whole number, 1–9007199254740991',
    ru: 'Id — это целое число, 1–9007199254740991',
  },
  rowBusy: {
    en: 'others are writing this row; try again',
    ru: 'строку сейчас меняют другие; попробуйте ещё раз',
  },
  noCall: { en: 'there is no such call', ru: 'такого звонка нет' },
  notYourCall: { en: 'that is another operator’s call', ru: 'это звонок другого оператора' },
  taskOfCallGone: { en: 'the task of this call is gone', ru: 'задачи этого звонка больше нет' },
  dialledAlready: {
    en: 'the customer is being dialled already',
    ru: 'клиенту уже звонят',
  },
  noMessage: {
    en: 'no message can be left: the task has none, nobody answered, or the call is over',
    ru: 'оставить сообщение нельзя: у задачи его нет, никто не ответил или звонок закончен',
  },
  notRecording: {
    en: 'nothing of this call is being recorded at this moment',
    ru: 'сейчас этот звонок не записывается',
  },
  nobodyToHold: {
    en: 'there is no talk that could be put on hold',
    ru: 'сейчас нет разговора, который можно поставить на удержание',
  },
  holdLate: {
    en: 'the network did not answer in time: you are heard; try again',
    ru: 'сеть не ответила вовремя: вас слышно, попробуйте ещё раз',
  },
  noRecording: {
    en: 'this recording is not there, or not any more',
    ru: 'такой записи нет или уже нет',
  },
  nobodyAnswered: {
    en: 'nobody answered this call, or the customer made it: there is no voicemail to note',
    ru: 'на этот звонок никто не ответил, или звонил сам клиент: отмечать автоответчик незачем',
  },
  formFirst: {
    en: 'the form of this call comes first: send it, then the next call comes',
    ru: 'сначала форма этого звонка: отправьте её, и придёт следующий',
  },
  wrapUpOver: {
    en: 'the time after this call is over',
    ru: 'время после этого звонка прошло',
  },
  noScriptOfTask: {
    en: 'the task has no script, so its calls have no form',
    ru: 'у задачи нет сценария, поэтому у её звонков нет формы',
  },
  noScript: { en: 'there is no such script, or version', ru: 'такого сценария или версии нет' },
  notYourScript: {
    en: 'no task that lists you has this script',
    ru: 'этого сценария нет ни у одной вашей задачи',
  },
  wrongScript: (problems: string) => ({
    en: problems,
    ru: `в сценарии есть ошибки: ${problems}`,
  }),
  noScriptNamed: (id: string) => ({
    en: `script: there is no script ${id}`,
    ru: `сценария ${id} нет`,
  }),
  notYourself: {
    en: 'nobody removes themselves: ask another supervisor',
    ru: 'себя удалить нельзя: попросите другого руководителя',
  },
  noOperator: (id: string) => ({ en: `there is no operator ${id}`, ru: `оператора ${id} нет` }),
  noDeskTold: {
    en: 'no desk of theirs is open, so nobody reads it now',
    ru: 'ни одно рабочее место этого оператора не открыто: сообщение сейчас никто не прочтёт',
  },
  addressTaken: (id: string) => ({
    en: `${id} is reached at one of these addresses`,
    ru: `по одному из этих адресов звонят оператору ${id}`,
  }),
  notRegistered: {
    en: 'you are not registered as an operator; ask a supervisor',
    ru: 'вы не зарегистрированы как оператор; обратитесь к супервизору',
  },
  notYourAddress: {
    en: 'at must be one of your own addresses',
    ru: 'at должен быть одним из ваших адресов',
  },
  notYourCurrentTask: {
    en: 'currentTask must be a task that lists you',
    ru: 'currentTask должна быть задачей, где вы среди операторов',
  },
  noSuchReason: {
    en: 'awayReason must be one of the reasons that are offered',
    ru: 'awayReason должна быть одной из предложенных причин',
  },
  noBrowserPhone: {
    en: 'none of your addresses is a browser phone (client:name); ask a supervisor',
    ru: 'среди ваших адресов нет телефона в браузере (client:имя); обратитесь к супервизору',
  },
  noBrowserPhones: {
    en: 'browser phones are not set up for this account yet',
    ru: 'телефоны в браузере для этой учётной записи ещё не настроены',
  },
  callOn: {
    en: 'a call with this number is on; try again when it has ended',
    ru: 'с этим номером сейчас идёт звонок; повторите, когда он закончится',
  },
  notANumber: {
    en: 'this cannot be a phone number: write it with its country code, or name the task in whose country it is dialled so',
    ru: 'такого номера быть не может: запишите его с кодом страны или укажите задачу, в стране которой так набирают',
  },
  noMoment: {
    en: 'say callaftermin, or time_callback',
    ru: 'укажите callaftermin или time_callback',
  },
} satisfies Record<string, Localized | ((...values: string[]) => Localized)>;

/** The API as types, made of `/api/openapi.json` by `npm run api-types`: not to be edited. */
export interface paths {
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Says whether you are there, where you are rung, and for which task you call */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/api/me/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends your wrap-up: the next call may come */
        post: operations["postMeDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When you were available, away, or not responding today */
        get: operations["getMeStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/socket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The address of your WebSocket, for one connection within 30 s */
        post: operations["postMeSocket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A pass with which this browser becomes your telephone */
        post: operations["postMePhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls promised for you, or for anybody of your tasks; the earliest first */
        get: operations["getMePromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your call of this moment, and the last one whose form is not sent */
        get: operations["getMeCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your calls of today, the newest first */
        get: operations["getMeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls you, then the customer of a row, or any number */
        post: operations["postCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call */
        get: operations["getAttemptsByAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you need while you talk: the row, what was said before, the form */
        get: operations["getAttemptsByAttemptCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/hang-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hangs up; a call that is over already is left alone */
        post: operations["postAttemptsByAttemptHangUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/voicemail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A machine answered: hangs up, and calls the customer again after the rest for that */
        post: operations["postAttemptsByAttemptVoicemail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A machine answered: it hears the task’s message, and you are free at once */
        post: operations["postAttemptsByAttemptMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/deferral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not now: the call comes back in so many minutes */
        post: operations["postAttemptsByAttemptDeferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/more-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A minute more to wrap the call up, as often as its task allows */
        post: operations["postAttemptsByAttemptMoreTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pauses the recording of a talk, goes on with it, or begins one */
        put: operations["putAttemptsByAttemptRecording"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts the customer on hold, with music, or talks with them again */
        put: operations["putAttemptsByAttemptHold"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/recordings/{recording}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sound of a recording, in pieces of a megabyte at most: ask by `Range`; supervisors, and leads within their tasks */
        get: operations["getAttemptsByAttemptRecordingsByRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a draft of the form */
        put: operations["putAttemptsByAttemptForm"];
        /** Opens the form of a call on the screen, or finds the one that was opened before */
        post: operations["postAttemptsByAttemptForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attempts/{attempt}/form/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the form, with what it promises; again is the same as once. Corrects one of today */
        post: operations["postAttemptsByAttemptFormSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows of your tasks by a name, a number, an order or an Id */
        post: operations["postSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A row that was never called, kept for you a while; 204 when there is none */
        post: operations["postTasksByTaskNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a row under the next free Id */
        post: operations["postTasksByTaskSubscribers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/subscribers/{Id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row, with the system’s own columns */
        get: operations["getTasksByTaskSubscribersById"];
        /** Makes the row hold these public columns and no others; creates it if need be; supervisors, and leads within their tasks */
        put: operations["putTasksByTaskSubscribersById"];
        post?: never;
        /** Deletes the row, and with it what it orders; supervisors, and leads within their tasks */
        delete: operations["deleteTasksByTaskSubscribersById"];
        options?: never;
        head?: never;
        /** Sets these columns; null removes one. Operators leave status 14 and whom others are promised */
        patch: operations["patchTasksByTaskSubscribersById"];
        trace?: never;
    };
    "/api/tasks/{task}/subscribers/{Id}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would become of a promise: nothing is written */
        post: operations["postTasksByTaskSubscribersByIdPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/subscribers/{Id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is known of a row, also of one that was deleted */
        get: operations["getTasksByTaskSubscribersByIdStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/subscribers/{Id}/do-not-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the row’s number on the do-not-call list, for its task or for all; its rows go to 14 */
        post: operations["postTasksByTaskSubscribersByIdDoNotCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/apologise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the customers of missed calls the task’s text (`apologyText`), once a promise; who may never be called gets none; supervisors, and leads within their tasks */
        post: operations["postPromisesApologise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks that you may see */
        get: operations["getTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task */
        get: operations["getTasksByTask"];
        /** Creates or replaces a task; one that is paused stays so until it is resumed; supervisors, and leads within their tasks */
        put: operations["putTasksByTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest version of every script of your tasks */
        get: operations["getScripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scripts/{script}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A script of your tasks: its newest version, or another */
        get: operations["getScriptsByScript"];
        /** Stores the next version of a script; the same once more is no new one; supervisors, and leads within their tasks */
        put: operations["putScriptsByScript"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes some lines of a file in as rows; batches may come in any order and again, and a line that was imported before changes nothing; supervisors, and leads within their tasks */
        post: operations["postTasksByTaskImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing is dialled for the task until it is resumed; the first reason is kept; supervisors, and leads within their tasks */
        post: operations["postTasksByTaskPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the task dial again; supervisors, and leads within their tasks */
        post: operations["postTasksByTaskResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a secret link shows the promised calls of the task in calendars; supervisors, and leads within their tasks */
        get: operations["getTasksByTaskCalendar"];
        put?: never;
        /** Makes the secret link that shows the promised calls of the task in calendars; one that was made before ends; supervisors, and leads within their tasks */
        post: operations["postTasksByTaskCalendar"];
        /** Ends the secret link that shows the promised calls of the task in calendars; supervisors, and leads within their tasks */
        delete: operations["deleteTasksByTaskCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a secret link shows your promised calls in calendars */
        get: operations["getMeCalendar"];
        put?: never;
        /** Makes the secret link that shows your promised calls in calendars; one that was made before ends */
        post: operations["postMeCalendar"];
        /** Ends the secret link that shows your promised calls in calendars */
        delete: operations["deleteMeCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/page-errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells the log that a page failed, and where; more than twenty in ten minutes are dropped */
        post: operations["postMePageErrors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds for all tasks: calls per second, countries, when to try again; supervisors, and leads within their tasks */
        get: operations["getAccount"];
        /** Replaces what holds for all tasks; it counts within five seconds; supervisors only */
        put: operations["putAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All operators, also deactivated ones; supervisors, and leads within their tasks */
        get: operations["getOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Registers or replaces an operator; without `pin` the PIN stays as it is; supervisors only */
        put: operations["putOperatorsByOperator"];
        post?: never;
        /** Deactivates the operator: they get no calls, and what was promised for them is orphaned; supervisors only */
        delete: operations["deleteOperatorsByOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator}/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the operator was available, away, or not responding on a day (today unless given); supervisors, and leads within their tasks */
        get: operations["getOperatorsByOperatorStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator}/away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sends the operator away, or has them back at work; all else stays as it is; supervisors, and leads within their tasks */
        put: operations["putOperatorsByOperatorAway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{operator}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a message on the operator’s open desks; it is kept nowhere; supervisors, and leads within their tasks */
        post: operations["postOperatorsByOperatorMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promised calls: of today, overdue, orphaned (owner away or deactivated), in trouble, to come, of one operator; supervisors, and leads within their tasks */
        post: operations["postPromises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves promised calls: to minutes from now, a time on each customer’s clock, or later than promised; spread if wished; supervisors, and leads within their tasks */
        post: operations["postPromisesMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders calls to rows, promised or not: as they are moved; supervisors, and leads within their tasks */
        post: operations["postPromisesOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives promised calls to another operator, or to any; supervisors, and leads within their tasks */
        post: operations["postPromisesReassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels promised calls; supervisors, and leads within their tasks */
        post: operations["postPromisesCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows of a task, page by page, by what they say and in what state they are; supervisors, and leads within their tasks */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls of some days with what their forms answered, the newest first, page by page; supervisors, and leads within their tasks */
        post: operations["postCallsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sent forms of the calls of some days, the newest call first, page by page; supervisors, and leads within their tasks */
        post: operations["postFormsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/do-not-call/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The numbers of which somebody said that they may not be called, page by page; supervisors only */
        post: operations["postDoNotCallSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/do-not-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a number on the do-not-call list, for a task or for all; its rows go to 14; supervisors, and leads within their tasks */
        post: operations["postDoNotCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/do-not-call/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts what was said of a number, for a task or for all, and frees its rows from 14; supervisors, and leads within their tasks */
        post: operations["postDoNotCallLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/do-not-call/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts some lines of a file of numbers on the list; a line that comes again changes nothing; supervisors only */
        post: operations["postDoNotCallImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that was done to a number, in the rows that hold it, as a chain of hashes; supervisors only */
        post: operations["postEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases what is personal of a number, in the rows that hold it; the chain stays; supervisors only */
        post: operations["postErasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who talks to whom, and what every operator does at this moment; supervisors, and leads within their tasks */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Outcomes, lateness and answers of up to 366 days, by hour, day, week or month; supervisors, and leads within their tasks */
        post: operations["postFigures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who changed what through the pages or the API, the newest first, page by page; supervisors, and leads within their tasks */
        post: operations["postAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Me: {
            /** @enum {string} */
            role: "operator" | "lead" | "viewer" | "supervisor";
            id: string;
            operator?: {
                id: string;
                name: string;
                away: boolean;
                awayReason?: string;
                /** @description ISO 8601 in UTC, with milliseconds */
                awaySince?: string;
                addresses: string[];
                at: string;
                currentTask?: string;
                /** @description ISO 8601 in UTC, with milliseconds */
                freeAt?: string;
                wrapsUp?: string;
                notResponding?: boolean;
            };
            tasks: {
                id: string;
                title: string;
                timeZone: string;
                country: string;
                /** @enum {string} */
                language: "en" | "ru";
                wrapUpSeconds: number;
                attachCalls: boolean;
                cardColumns?: string[];
                paused?: string;
            }[];
            awayReasons: string[];
            /** @description ISO 8601 in UTC, with milliseconds */
            now: string;
        };
        Problem: {
            error: string;
            problems?: {
                [key: string]: string;
            };
            reason?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            nextAt?: string;
        };
        MyState: {
            away?: boolean;
            /** @description One of the reasons that `/api/me` lists */
            awayReason?: string;
            /** @description One of their own addresses */
            at?: string;
            /** @description A task that lists them */
            currentTask?: string;
        };
        StateList: {
            spans: {
                /** @enum {string} */
                state: "available" | "away" | "not-responding" | "gone";
                reason?: string;
                by?: string;
                /** @description ISO 8601 in UTC, with milliseconds */
                from: string;
                /** @description ISO 8601 in UTC, with milliseconds */
                until?: string;
            }[];
        };
        SocketTicket: {
            url: string;
        };
        PhonePass: {
            token: string;
            identity: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            expiresAt: string;
            /** @description Of Twilio: by which the browser gets to it */
            edge: string;
        };
        RowList: {
            rows: components["schemas"]["RowView"][];
            cursor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            now: string;
        };
        RowView: {
            task: string;
            Id: number;
            name?: string;
            tel?: string;
            status?: number;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            dialledAt?: string;
            /** @enum {string} */
            delayedBy?: "ours" | "operators" | "customer" | "rules";
            zone: string;
            clock: components["schemas"]["CustomerClock"];
            dateCall?: string;
            problem?: string;
            apologised?: boolean;
            operator?: {
                address: string;
                id?: string;
                name?: string;
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            waitingSince?: string;
            columns: {
                [key: string]: unknown;
            };
        };
        CustomerClock: {
            zones: string[];
            /**
             * @description row: its time_zone · number · country: all zones of its country · task
             * @enum {string}
             */
            from: "row" | "number" | "country" | "task";
        };
        MyCalls: {
            calls: components["schemas"]["Attempt"][];
        };
        Attempt: {
            id: string;
            task: string;
            Id: number;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            operator: {
                id?: string;
                address: string;
            };
            customer: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            claimedAt: string;
            /** @enum {string} */
            state: "connecting" | "ringing" | "waiting" | "dialling" | "talking" | "over";
            legs: {
                operator: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
                customer: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            bridgedAt?: string;
            /** @enum {string} */
            outcome?: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /** @description ISO 8601 in UTC, with milliseconds */
            nextDueAt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            operatorFreeAt?: string;
            hold?: {
                isOn: boolean;
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            };
            permittedBy?: {
                zone: string;
                /** @enum {string} */
                from: "row" | "number" | "country" | "task";
            };
            /** @enum {string} */
            recording?: "on-demand" | "on" | "notice";
            recordings?: components["schemas"]["Recording"][];
            facts: ({
                /** @enum {string} */
                kind: "submitting" | "operatorCreated" | "operatorRang" | "operatorAnswered" | "operatorReady" | "dialling" | "customerCreated" | "customerRang" | "customerAnswered" | "bridged" | "notJoined" | "submissionRefused" | "submissionUnknown" | "neverSent" | "operatorDeferred" | "withdrawn" | "customerAbsent" | "callerHungUp" | "customerRefused" | "customerEnded" | "operatorEnded" | "settled" | "corrected" | "voicemail" | "conference" | "conferenceLeft" | "messageLeft" | "formSent" | "operatorReleased";
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        Recording: {
            sid: string;
            /** @enum {string} */
            state: "recording" | "paused" | "absent" | "completed" | "deleted";
            /** @description ISO 8601 in UTC, with milliseconds */
            at: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            startedAt?: string;
            seconds?: number;
        };
        MyHistory: {
            attempts: components["schemas"]["PastAttempt"][];
        };
        PastAttempt: {
            id: string;
            task: string;
            Id: number;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            operator: {
                id?: string;
                address: string;
            };
            customer: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            claimedAt: string;
            /** @enum {string} */
            state: "connecting" | "ringing" | "waiting" | "dialling" | "talking" | "over";
            legs: {
                operator: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
                customer: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            bridgedAt?: string;
            /** @enum {string} */
            outcome?: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /** @description ISO 8601 in UTC, with milliseconds */
            nextDueAt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            operatorFreeAt?: string;
            hold?: {
                isOn: boolean;
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            };
            permittedBy?: {
                zone: string;
                /** @enum {string} */
                from: "row" | "number" | "country" | "task";
            };
            /** @enum {string} */
            recording?: "on-demand" | "on" | "notice";
            recordings?: components["schemas"]["Recording"][];
            facts: ({
                /** @enum {string} */
                kind: "submitting" | "operatorCreated" | "operatorRang" | "operatorAnswered" | "operatorReady" | "dialling" | "customerCreated" | "customerRang" | "customerAnswered" | "bridged" | "notJoined" | "submissionRefused" | "submissionUnknown" | "neverSent" | "operatorDeferred" | "withdrawn" | "customerAbsent" | "callerHungUp" | "customerRefused" | "customerEnded" | "operatorEnded" | "settled" | "corrected" | "voicemail" | "conference" | "conferenceLeft" | "messageLeft" | "formSent" | "operatorReleased";
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            } & {
                [key: string]: unknown;
            })[];
            form?: components["schemas"]["Form"];
            operatorName?: string;
            name?: string;
        };
        Form: {
            attempt: string;
            script: {
                id: string;
                version: number;
            };
            /** @enum {string} */
            surface: "screen" | "keypad";
            run: {
                visits: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                    asked?: string[];
                    /** @constant */
                    left?: true;
                }[];
                aside?: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                }[];
            };
            revision: number;
            /** @description ISO 8601 in UTC, with milliseconds */
            openedAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            draftAt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            sentAt?: string;
            by?: string;
            answers?: {
                [key: string]: string | number | boolean;
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            former?: {
                /** @description ISO 8601 in UTC, with milliseconds */
                sentAt?: string;
                by?: string;
                answers?: {
                    [key: string]: string | number | boolean;
                };
                /** @description ISO 8601 in UTC, with milliseconds */
                promisedFor?: string;
            }[];
        };
        CallWish: {
            task: string;
            Id: number;
        } | {
            tel: string;
            task?: string;
        };
        CallPlaced: {
            attempt: components["schemas"]["Attempt"];
        };
        Card: {
            attempt: components["schemas"]["Attempt"];
            row?: {
                [key: string]: unknown;
            };
            name?: string;
            task: {
                id: string;
                title: string;
                timeZone: string;
                country: string;
                /** @enum {string} */
                afterDisconnect: "finish" | "stop";
                wrapUpSeconds: number;
                requiresForm?: boolean;
                leavesMessage?: boolean;
                cardColumns?: string[];
            };
            url?: string;
            zone: string;
            clock: components["schemas"]["CustomerClock"];
            history: components["schemas"]["PastAttempt"][];
            script?: {
                title: components["schemas"]["ScriptText"];
                start: string;
                steps: {
                    id: string;
                    title?: components["schemas"]["ScriptText"];
                    text?: components["schemas"]["ScriptText"];
                    doNotRecord?: boolean;
                    fields: components["schemas"]["ScriptField"][];
                    next: string | {
                        when?: components["schemas"]["ScriptCondition"];
                        to: string;
                    }[];
                }[];
                /** @description script id */
                id: string;
                version: number;
            };
            form?: components["schemas"]["Form"];
        };
        /** @description One text for all languages, or one by language; {column} shows the row’s column. */
        ScriptText: string | {
            en?: string;
            ru?: string;
        };
        ScriptField: {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @enum {string} */
            type: "text" | "long-text";
            default?: string;
            min?: number;
            max?: number;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "choice";
            default?: string;
            choices: {
                value: string;
                label: components["schemas"]["ScriptText"];
                key?: string;
            }[];
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "yes-no";
            default?: boolean;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "do-not-call";
            /** @constant */
            default?: false;
            all?: boolean;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "voicemail";
            /** @constant */
            default?: false;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "number";
            default?: number;
            min?: number;
            max?: number;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @constant */
            type: "minutes";
            default?: number;
            min?: number;
            max?: number;
        } | {
            id: string;
            label: components["schemas"]["ScriptText"];
            say?: components["schemas"]["ScriptText"];
            help?: components["schemas"]["ScriptText"];
            required?: boolean;
            column?: string;
            /** @enum {string} */
            type: "phone" | "date" | "time";
            default?: string;
        };
        ScriptCondition: {
            field: string;
            is: (string | number | boolean) | (string | number | boolean)[];
        } | {
            field: string;
            isSet: boolean;
        } | {
            any: components["schemas"]["ScriptCondition"][];
        } | {
            all: components["schemas"]["ScriptCondition"][];
        };
        Deferral: {
            minutes: number;
        };
        WrapUp: {
            /** @description ISO 8601 in UTC, with milliseconds */
            freeAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            latestAt: string;
        };
        RecordingWish: {
            /** @enum {string} */
            state: "recording" | "paused";
        };
        HoldWish: {
            isOn: boolean;
        };
        OpenForm: {
            form: components["schemas"]["Form"];
            script: {
                title: components["schemas"]["ScriptText"];
                start: string;
                steps: {
                    id: string;
                    title?: components["schemas"]["ScriptText"];
                    text?: components["schemas"]["ScriptText"];
                    doNotRecord?: boolean;
                    fields: components["schemas"]["ScriptField"][];
                    next: string | {
                        when?: components["schemas"]["ScriptCondition"];
                        to: string;
                    }[];
                }[];
                /** @description script id */
                id: string;
                version: number;
            };
        };
        Draft: {
            revision: number;
            run: {
                visits: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                    asked?: string[];
                    /** @constant */
                    left?: true;
                }[];
                aside?: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                }[];
            };
        };
        StaleDraft: {
            error: string;
            form: components["schemas"]["Form"];
        };
        Submission: {
            run: {
                visits: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                    asked?: string[];
                    /** @constant */
                    left?: true;
                }[];
                aside?: {
                    step: string;
                    answers: {
                        [key: string]: string | number | boolean;
                    };
                }[];
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            sentAt?: string;
            corrects?: number;
        };
        FormProblem: {
            error: string;
            problems?: {
                [key: string]: string;
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            nextAt?: string;
        };
        SearchWish: {
            /** @description Beginnings of words, or digits of a number */
            text: string;
            task?: string;
        };
        NextRow: {
            row: components["schemas"]["RowView"];
            history: components["schemas"]["PastAttempt"][];
        };
        Row: {
            /** @description Phone number, stored as given */
            tel?: string | null;
            /** @description 10 orders a call at the promised time; empty cancels */
            status?: number | string | null;
            /** @description Call again in so many minutes, 0–525600 */
            callaftermin?: number | string | null;
            /** @description YYYY-MM-DD in the row’s time zone */
            date_callback?: string | null;
            /** @description HH:mm or HH:mm:ss in the row’s time zone */
            time_callback?: string | null;
            /** @description IANA name; the task’s, if empty */
            time_zone?: string | null;
            /** @description Who shall talk; any free operator of the task, if empty */
            operator_number?: string | null;
            /** @description When the last call was */
            date_call?: string | null;
        } & {
            [key: string]: unknown;
        };
        Columns: {
            [key: string]: unknown;
        };
        PromiseWish: {
            callaftermin?: number | string;
            date_callback?: string;
            time_callback?: string;
            /** @description How many calls are to be moved there together: the room that is looked for */
            calls?: number;
        };
        PromisePreview: {
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            zone: string;
            clock: components["schemas"]["CustomerClock"];
            date: string;
            time: string;
            may: boolean;
            /** @enum {string} */
            reason?: "not-a-number" | "do-not-call" | "own-number" | "kind-not-allowed" | "emergency-number" | "short-number" | "country-not-allowed" | "outside-calling-hours" | "holiday" | "no-common-hours" | "attempts-today-used-up" | "attempts-in-24-hours-used-up" | "attempts-in-a-week-used-up" | "attempts-in-all-used-up";
            /** @description ISO 8601 in UTC, with milliseconds */
            nextAt?: string;
            nextDate?: string;
            nextTime?: string;
            room?: {
                /** @description ISO 8601 in UTC, with milliseconds */
                from: string;
                promised: number;
                fits: number;
                /** @description ISO 8601 in UTC, with milliseconds */
                nearestAt?: string;
                nearestDate?: string;
                nearestTime?: string;
            };
        };
        RowStory: {
            row?: components["schemas"]["RowView"];
            attempts: components["schemas"]["PastAttempt"][];
            events: components["schemas"]["RowEvent"][];
            doNotCall: components["schemas"]["DoNotCallEntry"][];
        };
        RowEvent: {
            /** @description ISO 8601 in UTC, with milliseconds */
            at: string;
            /** @enum {string} */
            kind: "created" | "promised" | "moved" | "cancelled" | "refused" | "waits-for-operator" | "in-service" | "ended" | "apologised" | "edited" | "deleted";
        } & {
            [key: string]: unknown;
        };
        DoNotCallEntry: {
            /** @enum {string} */
            kind: "added" | "lifted";
            /** @description The task whose calls it is about; without it, it is about the calls of all tasks */
            task?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            at: string;
            /** @description Who wrote it; absent where a caller pressed a key */
            by?: string;
            /** @enum {string} */
            door: "form" | "keypad" | "desk" | "caller" | "list" | "import";
            reason?: string;
            /** @description In whose talk or form it was said */
            attempt?: string;
        };
        RowDoNotCallWish: {
            /** @description For all tasks, and not for the row’s task alone */
            all?: boolean;
            reason?: string;
            /** @description The call in which it was said */
            attempt?: string;
        };
        DoNotCallChange: {
            isNew: boolean;
            rows: number;
        };
        ApologyWish: {
            rows: components["schemas"]["RowKey"][];
        };
        RowKey: {
            task: string;
            Id: number;
        };
        BulkResult: {
            results: {
                task: string;
                Id: number;
                /** @description ISO 8601 in UTC, with milliseconds */
                dueAt?: string;
                problem?: string;
            }[];
        };
        Task: {
            id: string;
            title: string;
            timeZone: string;
            country: string;
            callerId: string;
            operators: string[];
            leads?: string[];
            /** @default true */
            attachCalls: boolean;
            /**
             * @default finish
             * @enum {string}
             */
            afterDisconnect: "finish" | "stop";
            /** @default false */
            detectMachines: boolean;
            /** @enum {string} */
            recording?: "off" | "on-demand" | "on" | "notice";
            recordingNotice?: {
                [key: string]: string;
            };
            keepRecordingsDays?: number;
            voicemailText?: {
                [key: string]: string;
            };
            /** Format: uri */
            voicemailSound?: string;
            /** Format: uri */
            holdMusic?: string;
            /** @default 15 */
            ringAheadSeconds: number;
            /** @default 25 */
            operatorRingSeconds: number;
            /** @default 30 */
            customerRingSeconds: number;
            /** @default {} */
            retrySeconds: {
                /** @default 300 */
                busy: number;
                /** @default 3600 */
                declined: number;
                /** @default 300 */
                noAnswer: number;
                /** @default 300 */
                failed: number;
                /** @default 300 */
                operatorHungUp: number;
                /** @default 3600 */
                voicemail: number;
            };
            /** @default {} */
            retryGrowth: {
                /** @default 1 */
                busy: number;
                /** @default 1 */
                declined: number;
                /** @default 1 */
                noAnswer: number;
                /** @default 1 */
                failed: number;
                /** @default 1 */
                operatorHungUp: number;
                /** @default 1 */
                voicemail: number;
            };
            /** @default {} */
            retryJitter: {
                /** @default 0 */
                busy: number;
                /** @default 0 */
                declined: number;
                /** @default 0 */
                noAnswer: number;
                /** @default 0 */
                failed: number;
                /** @default 0 */
                operatorHungUp: number;
                /** @default 0 */
                voicemail: number;
            };
            /** @default 300 */
            operatorRetrySeconds: number;
            /** @default 15 */
            releaseAfterMinutes: number | null;
            /** @default 30 */
            wrapUpSeconds: number;
            mostWrapUpSeconds?: number;
            requiresForm?: boolean;
            /** @default 3600 */
            graceSeconds: number;
            /** @default 15 */
            maxAttempts: number;
            /** @default null */
            maxAttemptsPerDay: number | null;
            /** @default null */
            maxAttemptsPer24Hours: number | null;
            /** @default null */
            maxAttemptsPerWeek: number | null;
            /** @default null */
            maxAttemptsPerNumber: number | null;
            /** @default null */
            callingHours: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
            /** @default [] */
            holidays: string[];
            holidayNames?: {
                [key: string]: string;
            };
            /** @default null */
            legalHours: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
            wishColumn?: string;
            /** @default null */
            allowedCountries: string[] | null;
            /**
             * @default [
             *       "fixed",
             *       "mobile",
             *       "toll-free",
             *       "voip",
             *       "company"
             *     ]
             */
            allowedKinds: ("fixed" | "mobile" | "toll-free" | "voip" | "company" | "shared-cost" | "premium" | "personal" | "pager" | "voicemail" | "satellite" | "short")[];
            allowUnregisteredOperators?: boolean;
            attachUnknownCallers?: boolean;
            /** @default  */
            whisper: string;
            cardColumns?: string[];
            cardUrl?: string;
            /**
             * @default en
             * @enum {string}
             */
            language: "en" | "ru";
            apologyText?: {
                [key: string]: string;
            };
            voice?: string;
            /** @description script id */
            script?: string;
            paused?: string;
        };
        StoredScript: {
            title: components["schemas"]["ScriptText"];
            start: string;
            steps: {
                id: string;
                title?: components["schemas"]["ScriptText"];
                text?: components["schemas"]["ScriptText"];
                doNotRecord?: boolean;
                fields: components["schemas"]["ScriptField"][];
                next: string | {
                    when?: components["schemas"]["ScriptCondition"];
                    to: string;
                }[];
            }[];
            /** @description script id */
            id: string;
            version: number;
        };
        ImportBatch: {
            /**
             * @description rehearse foresees, and writes nothing
             * @enum {string}
             */
            mode: "rehearse" | "write";
            /** @description The highest Id that any line of the whole file names; 0 if none does */
            highestId: number;
            lines: {
                /** @description Of the file, from 1: where the record begins */
                line: number;
                cells: {
                    [key: string]: string;
                };
                /** @description The how-manieth line of the file with this Id, or without one with this content */
                occurrence: number;
            }[];
        };
        ImportReceptions: {
            receptions: {
                line: number;
                /** @enum {string} */
                outcome: "imported" | "unchanged" | "refused";
                column?: string;
                value?: string;
                reason?: string;
                problem?: {
                    code: string;
                } & {
                    [key: string]: unknown;
                };
            }[];
            effects?: {
                line: number;
                /** @enum {string} */
                effect: "new" | "changed" | "another-number";
            }[];
            numbers?: {
                line: number;
                /** @description In E.164 */
                number: string;
                /** @description The Ids of other rows of the task that hold it already */
                rows: number[];
            }[];
        };
        TaskBody: {
            title: string;
            timeZone: string;
            country: string;
            callerId: string;
            operators: string[];
            leads?: string[];
            /** @default true */
            attachCalls: boolean;
            /**
             * @default finish
             * @enum {string}
             */
            afterDisconnect: "finish" | "stop";
            /** @default false */
            detectMachines: boolean;
            /** @enum {string} */
            recording?: "off" | "on-demand" | "on" | "notice";
            recordingNotice?: {
                [key: string]: string;
            };
            keepRecordingsDays?: number;
            voicemailText?: {
                [key: string]: string;
            };
            /** Format: uri */
            voicemailSound?: string;
            /** Format: uri */
            holdMusic?: string;
            /** @default 15 */
            ringAheadSeconds: number;
            /** @default 25 */
            operatorRingSeconds: number;
            /** @default 30 */
            customerRingSeconds: number;
            /** @default {} */
            retrySeconds: {
                /** @default 300 */
                busy: number;
                /** @default 3600 */
                declined: number;
                /** @default 300 */
                noAnswer: number;
                /** @default 300 */
                failed: number;
                /** @default 300 */
                operatorHungUp: number;
                /** @default 3600 */
                voicemail: number;
            };
            /** @default {} */
            retryGrowth: {
                /** @default 1 */
                busy: number;
                /** @default 1 */
                declined: number;
                /** @default 1 */
                noAnswer: number;
                /** @default 1 */
                failed: number;
                /** @default 1 */
                operatorHungUp: number;
                /** @default 1 */
                voicemail: number;
            };
            /** @default {} */
            retryJitter: {
                /** @default 0 */
                busy: number;
                /** @default 0 */
                declined: number;
                /** @default 0 */
                noAnswer: number;
                /** @default 0 */
                failed: number;
                /** @default 0 */
                operatorHungUp: number;
                /** @default 0 */
                voicemail: number;
            };
            /** @default 300 */
            operatorRetrySeconds: number;
            /** @default 15 */
            releaseAfterMinutes: number | null;
            /** @default 30 */
            wrapUpSeconds: number;
            mostWrapUpSeconds?: number;
            requiresForm?: boolean;
            /** @default 3600 */
            graceSeconds: number;
            /** @default 15 */
            maxAttempts: number;
            /** @default null */
            maxAttemptsPerDay: number | null;
            /** @default null */
            maxAttemptsPer24Hours: number | null;
            /** @default null */
            maxAttemptsPerWeek: number | null;
            /** @default null */
            maxAttemptsPerNumber: number | null;
            /** @default null */
            callingHours: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
            /** @default [] */
            holidays: string[];
            holidayNames?: {
                [key: string]: string;
            };
            /** @default null */
            legalHours: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
            wishColumn?: string;
            /** @default null */
            allowedCountries: string[] | null;
            /**
             * @default [
             *       "fixed",
             *       "mobile",
             *       "toll-free",
             *       "voip",
             *       "company"
             *     ]
             */
            allowedKinds: ("fixed" | "mobile" | "toll-free" | "voip" | "company" | "shared-cost" | "premium" | "personal" | "pager" | "voicemail" | "satellite" | "short")[];
            allowUnregisteredOperators?: boolean;
            attachUnknownCallers?: boolean;
            /** @default  */
            whisper: string;
            cardColumns?: string[];
            cardUrl?: string;
            /**
             * @default en
             * @enum {string}
             */
            language: "en" | "ru";
            apologyText?: {
                [key: string]: string;
            };
            voice?: string;
            /** @description script id */
            script?: string;
            paused?: string;
        };
        Pause: {
            reason: string;
        };
        CalendarLink: {
            /** @description ISO 8601 in UTC, with milliseconds */
            madeAt?: string;
        };
        NewCalendarLink: {
            /** @description To be joined to the address of the API */
            path: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            madeAt: string;
        };
        PageError: {
            /** @enum {string} */
            page: "desk" | "supervisor";
            name: string;
            stack: {
                file: string;
                line: number;
                column: number;
            }[];
        };
        Account: {
            /** @default 1 */
            callsPerSecond: number | null;
            tryAgainMinutes?: number;
            awayReasons?: string[];
            allowedCountries?: string[];
            calendarNames?: boolean;
            sipDomains?: string[];
        };
        AccountBody: {
            /** @default 1 */
            callsPerSecond: number | null;
            tryAgainMinutes?: number;
            awayReasons?: string[];
            allowedCountries?: string[];
            calendarNames?: boolean;
            sipDomains?: string[];
        };
        Operator: {
            id: string;
            name: string;
            addresses: string[];
            at: string;
            away: boolean;
            gone: boolean;
            currentTask?: string;
            hasPin: boolean;
        };
        OperatorBody: {
            name: string;
            addresses: string[];
            at?: string;
            /** @default false */
            away: boolean;
            awayReason?: string;
            awaySince?: number;
            /** @default false */
            gone: boolean;
            currentTask?: string;
            pin?: string | null;
        };
        AwayWish: {
            away: boolean;
        };
        DeskNote: {
            text: string;
        };
        Script: {
            title: components["schemas"]["ScriptText"];
            start: string;
            steps: {
                id: string;
                title?: components["schemas"]["ScriptText"];
                text?: components["schemas"]["ScriptText"];
                doNotRecord?: boolean;
                fields: components["schemas"]["ScriptField"][];
                next: string | {
                    when?: components["schemas"]["ScriptCondition"];
                    to: string;
                }[];
            }[];
        };
        ScriptProblems: {
            error: string;
            problems?: string[];
        };
        PromiseQuery: {
            /** @enum {string} */
            which: "today" | "overdue" | "missed" | "orphaned" | "problem" | "upcoming" | "owned";
            /** @description Of `owned`: whose promised calls, overdue ones too */
            operator?: string;
            task?: string;
            /** @description Of the page before, with the same filters */
            cursor?: string;
        };
        MoveWish: {
            rows: components["schemas"]["RowKey"][];
            callaftermin?: number;
            date_callback?: string;
            time_callback?: string;
            /** @description Each from the instant that it was promised for */
            laterByMinutes?: number;
            /** @description The first at the moment, the others one after the other within so many minutes */
            spreadMinutes?: number;
        };
        ReassignWish: {
            rows: components["schemas"]["RowKey"][];
            operator: string | null;
        };
        CancelWish: {
            rows: components["schemas"]["RowKey"][];
        };
        CustomerQuery: {
            task: string;
            /** @description Beginnings of words, or digits of a number */
            text?: string;
            /** @enum {string} */
            state?: "promised" | "in-service" | "succeeded" | "used-up" | "barred" | "never-called" | "problem";
            /** @description Whose column holds the text; an empty one: who has anything there */
            column?: {
                name: string;
                text: string;
            };
            /** @enum {string} */
            lastOutcome?: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /**
             * @description By Id; or promised calls by when they are due
             * @enum {string}
             */
            order?: "ascending" | "descending" | "due";
            /**
             * Format: date-time
             * @description Rows that were written then or later, 31 days ago at the most, by day and Id; one that was written on several days may come once for each
             */
            updatedSince?: string;
            /** @description Of the page before, with the same filters */
            cursor?: string;
        };
        CustomerList: {
            rows: components["schemas"]["RowView"][];
            cursor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            now: string;
            /** @description How many rows were looked at to find these */
            looked: number;
        };
        CallQuery: {
            task?: string;
            from: string;
            to: string;
            timeZone: string;
            operator?: string;
            /** @enum {string} */
            outcome?: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /**
             * Format: date-time
             * @description Those of these days whose call, form or recording changed then or later
             */
            updatedSince?: string;
            /** @description Of the page before, with the same filters */
            cursor?: string;
        };
        CallList: {
            calls: components["schemas"]["ListedCall"][];
            cursor?: string;
        };
        ListedCall: {
            id: string;
            task: string;
            Id: number;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            operator: {
                id?: string;
                address: string;
            };
            customer: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            claimedAt: string;
            /** @enum {string} */
            state: "connecting" | "ringing" | "waiting" | "dialling" | "talking" | "over";
            legs: {
                operator: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
                customer: {
                    /** @enum {string} */
                    state: "none" | "calling" | "ringing" | "answered" | "ready" | "ended";
                    /** @description ISO 8601 in UTC, with milliseconds */
                    at?: string;
                    /** @enum {string} */
                    endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
                };
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            bridgedAt?: string;
            /** @enum {string} */
            outcome?: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /** @description ISO 8601 in UTC, with milliseconds */
            nextDueAt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            operatorFreeAt?: string;
            hold?: {
                isOn: boolean;
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            };
            permittedBy?: {
                zone: string;
                /** @enum {string} */
                from: "row" | "number" | "country" | "task";
            };
            /** @enum {string} */
            recording?: "on-demand" | "on" | "notice";
            recordings?: components["schemas"]["Recording"][];
            facts: ({
                /** @enum {string} */
                kind: "submitting" | "operatorCreated" | "operatorRang" | "operatorAnswered" | "operatorReady" | "dialling" | "customerCreated" | "customerRang" | "customerAnswered" | "bridged" | "notJoined" | "submissionRefused" | "submissionUnknown" | "neverSent" | "operatorDeferred" | "withdrawn" | "customerAbsent" | "callerHungUp" | "customerRefused" | "customerEnded" | "operatorEnded" | "settled" | "corrected" | "voicemail" | "conference" | "conferenceLeft" | "messageLeft" | "formSent" | "operatorReleased";
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
            } & {
                [key: string]: unknown;
            })[];
            form?: components["schemas"]["Form"];
            operatorName?: string;
            /** @description What people call the customer now */
            name?: string;
        };
        FormQuery: {
            task?: string;
            from: string;
            to: string;
            timeZone: string;
            operator?: string;
            /**
             * Format: date-time
             * @description Those that were sent, or corrected, then or later
             */
            updatedSince?: string;
            /** @description Of the page before, with the same filters */
            cursor?: string;
            script?: string;
        };
        FormList: {
            forms: components["schemas"]["ListedForm"][];
            cursor?: string;
        };
        ListedForm: {
            attempt: string;
            script: {
                id: string;
                version: number;
            };
            /** @enum {string} */
            surface: "screen" | "keypad";
            /** @description ISO 8601 in UTC, with milliseconds */
            openedAt: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            sentAt?: string;
            by?: string;
            answers?: {
                [key: string]: string | number | boolean;
            };
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            former?: {
                /** @description ISO 8601 in UTC, with milliseconds */
                sentAt?: string;
                by?: string;
                answers?: {
                    [key: string]: string | number | boolean;
                };
                /** @description ISO 8601 in UTC, with milliseconds */
                promisedFor?: string;
            }[];
            task: string;
            Id: number;
            /** @description Their id, or an address that nobody has */
            operator: string;
        };
        DoNotCallQuery: {
            /** @description A number, or three of its digits or more */
            text?: string;
            /** @description Of the page before, with the same filters */
            cursor?: string;
        };
        DoNotCallList: {
            numbers: components["schemas"]["ListedNumber"][];
            cursor?: string;
        };
        ListedNumber: {
            /** @description In E.164 */
            number: string;
            stands: boolean;
            entries: components["schemas"]["DoNotCallEntry"][];
        };
        DoNotCallWish: {
            /** @description With its country code, or as dialled in the country of the task */
            tel?: string;
            /** @description In place of tel: the number of this row */
            row?: components["schemas"]["RowKey"];
            /** @description The task whose calls it is about; without it, it is about the calls of all tasks */
            task?: string;
            reason?: string;
        };
        LiftWish: {
            /** @description With its country code, or as dialled in the country of the task */
            tel?: string;
            /** @description In place of tel: the number of this row */
            row?: components["schemas"]["RowKey"];
            /** @description The task whose calls it is about; without it, it is about the calls of all tasks */
            task?: string;
            reason: string;
        };
        DoNotCallBatch: {
            numbers: string[];
            /** @description The task whose calls it is about; without it, it is about the calls of all tasks */
            task?: string;
            reason?: string;
        };
        DoNotCallReceptions: {
            receptions: ("added" | "known" | "refused")[];
        };
        NumberWish: {
            /** @description With its country code */
            tel?: string;
            /** @description In place of tel: the number of this row */
            row?: components["schemas"]["RowKey"];
        };
        EvidenceReport: {
            /** @description In E.164 */
            number: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            madeAt: string;
            entries: {
                /** @description From 1, without a gap */
                place: number;
                /** @description ISO 8601 in UTC, with milliseconds */
                at: string;
                /** @enum {string} */
                kind: "event" | "attempt" | "form" | "do-not-call" | "erased";
                /** @description Which one it is, by ids alone */
                ref: string;
                /** @description SHA-256 of the facts as JSON with sorted names */
                digest: string;
                /** @description SHA-256 of the entry and the hash before it */
                hash: string;
                /** @enum {string} */
                state: "kept" | "replaced" | "erased" | "gone";
                facts?: unknown;
            }[];
        };
        Erasure: {
            /** @description ISO 8601 in UTC, with milliseconds */
            at: string;
            by: string;
            rows: number;
            attempts: number;
            forms: number;
            /** @description Of lines of files that rows were imported from */
            receipts: number;
            locks: number;
        };
        Board: {
            calls: components["schemas"]["Attempt"][];
            operators: components["schemas"]["OperatorState"][];
            /** @description ISO 8601 in UTC, with milliseconds */
            now: string;
        };
        OperatorState: {
            id: string;
            name: string;
            /** @enum {string} */
            state: "away" | "gone" | "free" | "not-responding" | "ringing" | "waiting" | "talking" | "wrap-up";
            /** @description ISO 8601 in UTC, with milliseconds */
            since?: string;
            attempt?: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            freeAt?: string;
            online: boolean;
        };
        FiguresQuery: {
            task?: string;
            from: string;
            to: string;
            timeZone: string;
            /**
             * @description Hours for one day, days for more, unless given
             * @enum {string}
             */
            by?: "hour" | "day" | "week" | "month";
            /** @description Counts what forms answered, of today too */
            withAnswers?: boolean;
            /** @description The totals of as many days before, too */
            withBefore?: boolean;
        };
        Figures: {
            slots: {
                outcomes: {
                    [key: string]: number;
                };
                talkSeconds: number;
                onTime: number;
                late: number;
                delays: {
                    [key: string]: number;
                };
                /** @description ISO 8601 in UTC, with milliseconds */
                from: string;
            }[];
            totals: components["schemas"]["FigureSums"];
            lateness: {
                operator: {
                    count: number;
                    p50: number;
                    p95: number;
                    p99: number;
                    max: number;
                } | null;
                customer: {
                    count: number;
                    p50: number;
                    p95: number;
                    p99: number;
                    max: number;
                } | null;
            };
            histogram: {
                upTo: number | null;
                count: number;
            }[];
            operators: {
                outcomes: {
                    [key: string]: number;
                };
                talkSeconds: number;
                onTime: number;
                late: number;
                delays: {
                    [key: string]: number;
                };
                /** @description Their id, or an address that nobody has */
                operator: string;
            }[];
            answers: {
                script: string;
                field: string;
                value: string;
                count: number;
            }[];
            before?: components["schemas"]["FigureSums"];
            /** @description Days that the time of one request did not suffice for: asked again, they are counted */
            daysLeft: number;
        };
        FigureSums: {
            outcomes: {
                [key: string]: number;
            };
            talkSeconds: number;
            onTime: number;
            late: number;
            delays: {
                [key: string]: number;
            };
        };
        AuditQuery: {
            from: string;
            to: string;
            timeZone: string;
            task?: string;
            /** @description The id of a person, or client:id of software */
            by?: string;
            /** @enum {string} */
            about?: "rows" | "tasks" | "scripts" | "operators" | "do-not-call" | "import" | "account" | "calls";
            /** @description Of the page before, with the same filters */
            cursor?: string;
        };
        AuditList: {
            entries: components["schemas"]["AuditLine"][];
            cursor?: string;
        };
        AuditLine: {
            /** @description ISO 8601 in UTC, with milliseconds */
            at: string;
            by: string;
            /** @enum {string} */
            role: "operator" | "lead" | "viewer" | "supervisor";
            /** @description The route, as it is declared here: `POST /api/promises/move` */
            act: string;
            /** @description The parameters of its path */
            on: {
                [key: string]: string;
            };
            /** @description The tasks that path and body name */
            tasks: string[];
            /** @description The first hundred rows that the body names */
            rows?: components["schemas"]["RowKey"][];
            /** @description How many rows, numbers or lines the body names */
            count?: number;
        };
        /** @description A row orders a call, and its order was taken */
        "Event.order.taken": {
            task: string;
            Id: number;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description The call is due at another instant */
        "Event.order.moved": {
            task: string;
            Id: number;
            /** @description ISO 8601 in UTC, with milliseconds */
            from: string;
            /** @description ISO 8601 in UTC, with milliseconds */
            dueAt: string;
            /** @enum {string} */
            because?: "zone" | "rule";
            /** @description The rule that put the call off, by its code */
            rule?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description Nothing is ordered any more; `deleted`: the row is gone */
        "Event.order.cancelled": {
            task: string;
            Id: number;
            /** @enum {string} */
            because?: "deleted";
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description What the row asks for cannot be done until somebody puts it right */
        "Event.order.refused": {
            task: string;
            Id: number;
            code: string;
            /** @description The sentence, which may quote the row; where the stage tells it */
            problem?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description An operator is being rung */
        "Event.operator.ringing": {
            task: string;
            Id: number;
            attempt: string;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            /** @description Their id; absent for an address that nobody registered */
            operator?: string;
            /** @description Where they were rung; where the stage tells it */
            operatorAddress?: string;
            /** @description The customer’s number in E.164; where the stage tells it */
            customer?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description The customer is being dialled */
        "Event.customer.dialled": {
            task: string;
            Id: number;
            attempt: string;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            /** @description Their id; absent for an address that nobody registered */
            operator?: string;
            /** @description Where they were rung; where the stage tells it */
            operatorAddress?: string;
            /** @description The customer’s number in E.164; where the stage tells it */
            customer?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description Operator and customer talked, and the call is over */
        "Event.call.talked": {
            task: string;
            Id: number;
            attempt: string;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            /** @description Their id; absent for an address that nobody registered */
            operator?: string;
            /** @description Where they were rung; where the stage tells it */
            operatorAddress?: string;
            /** @description The customer’s number in E.164; where the stage tells it */
            customer?: string;
            seconds: number;
            /** @enum {string} */
            endedAs?: "completed" | "busy" | "no-answer" | "failed" | "canceled";
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description The call came to nothing */
        "Event.call.not-reached": {
            task: string;
            Id: number;
            attempt: string;
            /** @enum {string} */
            origin: "callback" | "manual" | "inbound";
            /** @description Their id; absent for an address that nobody registered */
            operator?: string;
            /** @description Where they were rung; where the stage tells it */
            operatorAddress?: string;
            /** @description The customer’s number in E.164; where the stage tells it */
            customer?: string;
            /** @enum {string} */
            cause: "reached" | "customer-busy" | "customer-no-answer" | "customer-failed" | "customer-declined" | "no-such-number" | "operator-hung-up" | "voicemail" | "operator-busy" | "operator-no-answer" | "operator-failed" | "operator-not-ready" | "operator-deferred" | "caller-gone" | "no-customer-leg" | "withdrawn" | "never-sent" | "refused";
            /** @description Whether the customer’s phone was dialled */
            wasDialled: boolean;
            /** @description Absent where none is due */
            nextTryAt?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description A form was sent */
        "Event.form.sent": {
            task: string;
            Id: number;
            attempt: string;
            script: {
                id: string;
                version: number;
            };
            by?: string;
            /** @description By field; free texts and numbers of phones only where the stage tells them */
            answers: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description They are too long for an event: ask for the form
             * @constant
             */
            answersLeftOut?: true;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description A promised call was given up after its moment, and the customer never dialled */
        "Event.promise.broken": {
            task: string;
            Id: number;
            /** @description ISO 8601 in UTC, with milliseconds */
            promisedFor: string;
            /** @enum {string} */
            delayedBy: "ours" | "operators" | "customer" | "rules";
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description A number may not be called any more */
        "Event.do-not-call.added": {
            /** @description The task whose calls it is about; without it, all */
            task?: string;
            /** @enum {string} */
            door: "form" | "keypad" | "desk" | "caller" | "list" | "import";
            by?: string;
            attempt?: string;
            /** @description In E.164; where the stage tells it */
            number?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description A number may be called again */
        "Event.do-not-call.lifted": {
            task?: string;
            /** @enum {string} */
            door: "form" | "keypad" | "desk" | "caller" | "list" | "import";
            by?: string;
            /** @description In E.164; where the stage tells it */
            number?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description An operator does something else */
        "Event.operator.state": {
            operator: string;
            /** @enum {string} */
            state: "available" | "away" | "gone" | "ringing" | "talking" | "wrap-up";
            attempt?: string;
            /** @description When they may be rung again, unless they say so sooner */
            freeAt?: string;
            /** @description Where the stage tells it */
            name?: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description Nothing is dialled for the task until it is resumed */
        "Event.task.paused": {
            task: string;
            reason: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
        /** @description The task’s calls are made again */
        "Event.task.resumed": {
            task: string;
            /** @constant */
            version: 1;
            /** @description The same when the event is told again: who has it already leaves the second out */
            id: string;
            /** @description Orders the events of one row, operator or task: digits, always as many, to be compared as text */
            sequence: string;
            /** @description When it happened; of what others wrote into a row, the second in which they did */
            at: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyState"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeDone: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator, or owe the form of your last call */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateList"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeSocket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocketTicket"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePhone: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhonePass"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description None of your addresses is a browser phone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMePromises: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowList"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCalls"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyHistory"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalls: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallWish"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPlaced"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the call is not made, and when it may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttemptsByAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempt"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttemptsByAttemptCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such call, or its task is gone */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptHangUp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptVoicemail: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody answered, or the customer made the call */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptMessage: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The task has no message, nobody answered, or the call is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptDeferral: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deferral"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The customer is dialled already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptMoreTime: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrapUp"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The wrap-up is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAttemptsByAttemptRecording: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordingWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempt"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing is being recorded, or nobody talks yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAttemptsByAttemptHold: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempt"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody talks, the customer called in, or it took too long */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttemptsByAttemptRecordingsByRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt: string;
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such recording of the call, or not any more */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAttemptsByAttemptForm: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Another draft is newer, it was sent, or the operator’s phone asks */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaleDraft"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptForm: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenForm"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The task has no script */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAttemptsByAttemptFormSubmission: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attempt: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description What is wrong, by field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormProblem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The form was not opened, the operator’s phone asks, or others are writing the row */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSearch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskNext: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextRow"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskSubscribers: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Columns"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTasksByTaskSubscribersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Columns"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTasksByTaskSubscribersById: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Columns"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Others are writing the row */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTasksByTaskSubscribersById: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTasksByTaskSubscribersById: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Columns"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Others are writing the row */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskSubscribersByIdPromise: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisePreview"];
                };
            };
            /** @description What makes no sense, or that the number may not be called */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTasksByTaskSubscribersByIdStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowStory"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskSubscribersByIdDoNotCall: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
                Id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowDoNotCallWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoNotCallChange"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromisesApologise: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApologyWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"][];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTasksByTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTasksByTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScripts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredScript"][];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScriptsByScript: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path: {
                script: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredScript"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putScriptsByScript: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                script: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Script"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredScript"];
                };
            };
            /** @description All that is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScriptProblems"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskImport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceptions"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskPause: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pause"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskResume: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTasksByTaskCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLink"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTasksByTaskCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarLink"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTasksByTaskCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLink"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarLink"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description You are not registered as an operator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePageErrors: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PageError"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"][];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOperatorsByOperator: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description An address is somebody else’s */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOperatorsByOperator: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorsByOperatorStates: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOperatorsByOperatorAway: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwayWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorsByOperatorMessage: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskNote"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of that name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description No desk of theirs is open, or it could not be told */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromises: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task, or operator */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromisesMove: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromisesOrder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromisesReassign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPromisesCancel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCallsSearch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormsSearch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDoNotCallSearch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoNotCallQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoNotCallList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDoNotCall: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoNotCallWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoNotCallChange"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task, or row */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDoNotCallLift: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoNotCallChange"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task, or row */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDoNotCallImport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoNotCallBatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoNotCallReceptions"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task, or row */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEvidence: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReport"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such row */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postErasures: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such row */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description A call with this number is on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFigures: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FiguresQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAudit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description What was expected, and what came */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is of somebody who may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long, or holds too much */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Software that signs in by itself asked more than 500 times in ten seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

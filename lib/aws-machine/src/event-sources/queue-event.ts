import type { SQSEvent, SQSMessageAttributes, SQSRecordAttributes } from 'aws-lambda';

/** A message as SQS hands it out. */
export interface QueueMessage {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  MD5OfBody: string;
  Attributes?: SQSRecordAttributes;
  MessageAttributes?: Record<
    string,
    { DataType: string; StringValue?: string; BinaryValue?: string }
  >;
}

/** The event that Lambda makes of messages. */
export function queueEvent(
  messages: QueueMessage[],
  source: { region: string; queueArn: string },
): SQSEvent {
  const Records = messages.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes as SQSRecordAttributes,
    messageAttributes: messageAttributes(message),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: source.queueArn,
    awsRegion: source.region,
  }));
  return { Records };
}

function messageAttributes({ MessageAttributes = {} }: QueueMessage): SQSMessageAttributes {
  const entries = Object.entries(MessageAttributes).map(([name, attribute]) => [
    name,
    {
      ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
      ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: attribute.DataType,
    },
  ]);
  return Object.fromEntries(entries);
}

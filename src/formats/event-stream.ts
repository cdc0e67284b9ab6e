/** The media type of server-sent events (HTML standard section 9.2). */
export function isEventStreamType(contentType: string): boolean {
  return /^\s*text\/event-stream\b/i.test(contentType);
}

/** Whether the response is a stream of events: by its type, else by how it begins. */
export function isEventStream(contentType: string, text: string): boolean {
  return (
    isEventStreamType(contentType) || /^\s*(?:(?:event|id|retry):[^\n]*\n){0,3}data: ?[{[]/.test(text.slice(0, 500))
  );
}

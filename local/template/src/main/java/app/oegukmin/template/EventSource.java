package app.oegukmin.template;

/** What makes a function run. */
public sealed interface EventSource permits QueueSource, StreamSource, ScheduleSource, Route {}

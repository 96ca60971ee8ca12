package org.claimtrail.notification;

/**
 * How a person is told of things of one kind.
 *
 * @param inApplication whether it stands among the notifications
 * @param byMail whether it goes out by e-mail, where the desk sends any
 */
public record Preference(NotificationKind kind, boolean inApplication, boolean byMail) {}

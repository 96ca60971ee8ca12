package org.claimtrail.notification;

/**
 * What an e-mail says.
 *
 * @param subject one line
 */
record Letter(String to, String messageId, String subject, String text) {}

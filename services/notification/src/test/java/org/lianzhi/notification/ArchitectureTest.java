package org.lianzhi.notification;

import org.lianzhi.test.ArchitectureTests;

class ArchitectureTest implements ArchitectureTests {}

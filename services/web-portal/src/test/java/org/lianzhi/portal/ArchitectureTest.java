package org.lianzhi.portal;

import org.lianzhi.test.ArchitectureTests;

class ArchitectureTest implements ArchitectureTests {}
